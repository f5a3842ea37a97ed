// The few things a page needs a script for that Blazor does not do. No inline scripts anywhere: the content security policy forbids them.
(() => {
  const keep = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`; };
  const read = name => document.cookie.split('; ').find(pair => pair.startsWith(name + '='))?.split('=')[1];

  // Light or dark: the server draws the right one from its first byte when it knows what the system prefers.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const noteSystem = () => keep('look-system', dark.matches ? 'dark' : 'light');
  noteSystem();
  dark.addEventListener('change', () => {
    noteSystem();
    // Plain pages follow by their style alone. Others with their next page: one that loads itself anew would lose what is half typed.
    if (!['light', 'dark'].includes(read('look')) && document.querySelector('.plain')) document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
  });
  if (!['light', 'dark'].includes(read('look'))) document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';

  window.flowbuilder = {
    look(choice) { keep('look', choice); location.reload(); },
    download(name, type, text) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    copy: text => navigator.clipboard.writeText(text),
    // Puts a text where the cursor is, as if it had been typed, so that undo and the page both know of it.
    insert(id, text) {
      const field = document.getElementById(id);
      if (!field) return;
      field.focus();
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      for (const told of ['input', 'change']) field.dispatchEvent(new Event(told, { bubbles: true }));
    },
    goToLine(id, line) {
      const field = document.getElementById(id);
      if (!field) return;
      const lines = field.value.split('\n');
      const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
      field.focus();
      field.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
      field.scrollTop = Math.max(0, (field.scrollHeight / Math.max(1, lines.length)) * (line - 4));
    },
  };

  // The zone of the browser is most often that of the company; only where nothing is chosen yet.
  addEventListener('DOMContentLoaded', () => {
    for (const select of document.querySelectorAll('select[data-own-zone]')) {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (!select.value && [...select.options].some(option => option.value === zone)) select.value = zone;
    }
  });

  document.addEventListener('change', event => { if (event.target.matches?.('select[data-submits]')) event.target.form.requestSubmit(); });

  // Reconnecting. The circuit is gone after a restart: the page loads itself again at its address, as soon as the program answers.
  addEventListener('DOMContentLoaded', () => {
    const notice = document.getElementById('components-reconnect-modal');
    if (!notice) return;
    const reloadWhenReady = async () => {
      for (;;) {
        try {
          if ((await fetch('/health/live', { cache: 'no-store' })).ok) { location.reload(); return; }
        } catch { /* not there yet */ }
        await new Promise(done => setTimeout(done, 1000));
      }
    };
    // What is typed while the circuit is away is told again when it is back: else the page would show what the program never heard.
    const untold = new Set();
    document.addEventListener('change', event => { if (['show', 'failed', 'retrying', 'paused'].includes(notice.dataset.state)) untold.add(event.target); }, true);
    const tellAgain = () => {
      const fields = [...untold].filter(field => field.isConnected && field.value !== undefined);
      untold.clear();
      for (const field of fields) field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    notice.addEventListener('components-reconnect-state-changed', async ({ detail: { state } }) => {
      notice.dataset.state = state;
      // A canvas locks itself and keeps the gesture under way, so nothing may come between it and the pointer.
      if (state === 'show' || state === 'failed') { if (!notice.open) { if (document.querySelector('[data-canvas]')) notice.show(); else notice.showModal(); } }
      if (state === 'hide') {
        if (notice.open) notice.close();
        tellAgain();
      }
      if (state === 'failed') document.addEventListener('visibilitychange', retry);
      if (state === 'rejected') { if (!notice.open) notice.showModal(); await reloadWhenReady(); }
    });
    const retry = async () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', retry);
      try {
        if (!await Blazor.reconnect()) await reloadWhenReady();
        else if (notice.open) notice.close();
      } catch { document.addEventListener('visibilitychange', retry); }
    };
    document.getElementById('components-reconnect-button').addEventListener('click', retry);
  });
})();
