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

  // Dropped files: the form takes them as if they had been chosen, and is sent.
  var drops = document.querySelectorAll('[data-drop]');
  for (var d = 0; d < drops.length; d++) takeDrops(drops[d]);
  function takeDrops(form) {
    var input = form.querySelector('input[type=file]');
    var text = form.querySelector('[data-drop-text]');
    if (text) text.hidden = false;
    ['dragenter', 'dragover'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        event.preventDefault();
        form.classList.add('over');
      });
    });
    document.addEventListener('dragleave', function (event) {
      if (!event.relatedTarget) form.classList.remove('over');
    });
    document.addEventListener('drop', function (event) {
      event.preventDefault();
      form.classList.remove('over');
      if (!event.dataTransfer || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
  }

  // Progress: asked for each second; when the work has ended, the page is loaded again.
  var bars = document.querySelectorAll('[data-progress]');
  for (var b = 0; b < bars.length; b++) follow(bars[b]);
  function follow(place) {
    var since = place.getAttribute('data-since');
    var text = place.querySelector('[data-progress-text]');
    var bar = place.querySelector('progress');
    function ask() {
      fetch(place.getAttribute('data-progress') + '?since=' + since).then(function (reply) {
        if (!reply.ok) throw new Error();
        return reply.json();
      }).then(function (state) {
        if (state.state !== 'running') {
          location.reload();
          return;
        }
        since = state.n;
        if (state.text) text.textContent = state.text;
        if (state.percent) bar.value = state.percent;
        setTimeout(ask, 1000);
      }).catch(function () { setTimeout(ask, 3000); });
    }
    setTimeout(ask, 1000);
  }

  // Printing.
  var prints = document.querySelectorAll('[data-print]');
  for (var p = 0; p < prints.length; p++) {
    prints[p].hidden = false;
    prints[p].addEventListener('click', function () { window.print(); });
  }
})();
