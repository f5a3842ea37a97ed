// The review desk's keys. Only single letters without modifiers, and never while somebody types, or a dialog or menu is open.
const known = new Set(['j', 'k', 'a', 'r', 'e', 's', 'c', 'x', '?', 'Escape']);
const typing = element => element instanceof HTMLElement && (element.isContentEditable || element.matches('input:not([type="checkbox"]), textarea, select'));

export function listen(page) {
  const press = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !['j', 'k'].includes(event.key)) return;
    if (!known.has(event.key) || typing(event.target) || document.querySelector('.mud-dialog, .mud-popover-open')) return;
    event.preventDefault();
    page.invokeMethodAsync('PressAsync', event.key);
  };
  document.addEventListener('keydown', press);
  return { end() { document.removeEventListener('keydown', press); } };
}
