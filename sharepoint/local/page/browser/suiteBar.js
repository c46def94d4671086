// The person menu: opened by button, walked by arrow keys, closed by Escape, which gives the focus back.
(function () {
  'use strict';
  const button = document.getElementById('person-button');
  const menu = document.getElementById('person-menu');
  const items = () => Array.from(menu.querySelectorAll('a'));
  const open = (isOpen) => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => {
    open(menu.hidden);
    if (!menu.hidden) {
      items()[0].focus();
    }
  });
  menu.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[(next + all.length) % all.length].focus();
    } else if (event.key === 'Escape') {
      open(false);
      button.focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) {
      open(false);
    }
  });
})();
