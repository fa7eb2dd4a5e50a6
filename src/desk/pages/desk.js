// What pages do beside forms and links: keys, dropped files, progress, and the window of a large sheet. Every page works
// without it. One part for each task; a part does nothing where its elements are not on the page.
'use strict';
(function () {
  // Keys: an element with data-key="1" is pressed by that key, unless one is typing.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (typing || event.key.length !== 1) return;
    var elements = document.querySelectorAll('[data-key]');
    for (var i = 0; i < elements.length; i++) {
      if (elements[i].getAttribute('data-key') === event.key && !elements[i].disabled) {
        event.preventDefault();
        elements[i].click();
        return;
      }
    }
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.getAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', '1');
  });
  window.addEventListener('pageshow', function () {
    var forms = document.querySelectorAll('form[data-sent]');
    for (var i = 0; i < forms.length; i++) forms[i].removeAttribute('data-sent');
  });

  // Printing.
  var prints = document.querySelectorAll('[data-print]');
  for (var p = 0; p < prints.length; p++) {
    prints[p].hidden = false;
    prints[p].addEventListener('click', function () { window.print(); });
  }
})();
