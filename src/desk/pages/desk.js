// What pages do beside forms and links: keys, dropped files, progress, and the window of a large sheet. Every page works
// without it. One part for each task; a part does nothing where its elements are not on the page.
'use strict';
(function () {
  // Keys: an element with data-key="1" is pressed by that key, unless one is typing.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    // Escape leaves a field of a correction, so that the keys work again. Elsewhere it closes a list of words.
    if (typing && event.key === 'Escape' && event.target.closest('.cell-panel')) event.target.blur();
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

  // What stands in a field to correct is selected: typing replaces it. The page stays at its top, where it says what is
  // wrong.
  var selected = document.querySelector('[data-select]');
  if (selected && !document.querySelector('[autofocus]:not([data-select])')) {
    selected.focus({ preventScroll: true });
    selected.select();
  }

  // A help that a key opens is shown, wherever it stands.
  var help = document.querySelector('[data-help]');
  if (help) help.addEventListener('toggle', function () { if (help.open) help.scrollIntoView({ block: 'nearest' }); });

  // A box that stands for all others of its group ticks them; one that is no longer ticked takes its tick back.
  document.addEventListener('change', function (event) {
    var group = event.target.closest('fieldset');
    var all = group && group.querySelector('[data-ticks-all]');
    if (!all) return;
    if (event.target !== all) {
      all.checked = all.checked && event.target.checked;
      return;
    }
    var boxes = group.querySelectorAll('input[type="checkbox"]');
    for (var i = 0; i < boxes.length; i++) boxes[i].checked = all.checked;
  });

  // A form is sent once, however often its button is pressed. One whose answer comes in another tab stays on this page.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.getAttribute('target')) return;
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

  // The grid of a sheet: the arrow keys move from cell to cell, Enter or a click opens one.
  var grid = document.querySelector('[data-grid]');
  if (grid) {
    var cells = function (row) { return row ? row.querySelectorAll('[data-cell]') : []; };
    var openCell = function (cell) {
      var row = cell.parentNode.querySelector('th').textContent;
      window.location.href = grid.getAttribute('data-grid') + '&ligne=' + row + '&colonne=' + cell.getAttribute('data-cell');
    };
    var focusCell = function (cell) {
      if (!cell) return;
      var last = grid.querySelector('[data-cell][tabindex="0"]');
      if (last) last.tabIndex = -1;
      cell.tabIndex = 0;
      cell.focus();
    };
    var firstCell = grid.querySelector('[aria-current]') || grid.querySelector('[data-cell]');
    if (firstCell) firstCell.tabIndex = 0;
    var current = grid.querySelector('[aria-current]');
    var box = grid.parentNode;
    if (current) {
      // The headings stay at the top: the row is shown below them.
      var head = grid.querySelector('thead').offsetHeight;
      box.scrollTop = current.offsetTop - head - (box.clientHeight - head) / 3;
      // The sheet is moved by whole columns: the numbers of rows stay on the left and cover no half of one.
      var numbers = current.parentNode.querySelector('th').offsetWidth;
      var own = current.offsetLeft + current.offsetWidth > box.clientWidth ? cells(current.parentNode) : [];
      for (var k = 0; k < own.length; k++) {
        if (own[k].offsetLeft < current.offsetLeft - box.clientWidth / 3) continue;
        box.scrollLeft = own[k].offsetLeft - numbers;
        break;
      }
    }
    grid.addEventListener('click', function (event) {
      var cell = event.target.closest('[data-cell]');
      if (cell && !event.target.closest('a')) openCell(cell);
    });
    grid.addEventListener('keydown', function (event) {
      var cell = event.target.closest('[data-cell]');
      if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
      var own = cells(cell.parentNode);
      var place = Array.prototype.indexOf.call(own, cell);
      var moves = {
        ArrowRight: own[place + 1], ArrowLeft: own[place - 1], Home: own[0], End: own[own.length - 1],
        ArrowDown: cells(cell.parentNode.nextElementSibling)[place],
        ArrowUp: cells(cell.parentNode.previousElementSibling)[place]
      };
      if (event.key in moves) {
        event.preventDefault();
        focusCell(moves[event.key]);
      } else if (event.key === 'Enter' && event.target === cell) {
        event.preventDefault();
        openCell(cell);
      }
    });
  }

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

  // A text to send elsewhere is copied by a button beside it.
  var copies = document.querySelectorAll('[data-copy]');
  for (var c = 0; c < copies.length; c++) {
    copies[c].hidden = !navigator.clipboard;
    copies[c].addEventListener('click', function (event) {
      var button = event.currentTarget;
      navigator.clipboard.writeText(button.getAttribute('data-copy')).then(function () {
        button.textContent = button.getAttribute('data-done');
      });
    });
  }

  // Printing.
  var prints = document.querySelectorAll('[data-print]');
  for (var p = 0; p < prints.length; p++) {
    prints[p].hidden = false;
    prints[p].addEventListener('click', function () { window.print(); });
  }
})();
