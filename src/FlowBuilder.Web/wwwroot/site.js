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

  // Lets the browser save a file.
  const save = (name, type, parts) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  window.flowbuilder = {
    look(choice) { keep('look', choice); location.reload(); },
    download: (name, type, text) => save(name, type, [text]),
    show(id) { document.getElementById(id)?.scrollIntoView({ block: 'nearest' }); },
    // An SVG text as a PDF of one page: drawn by this browser, with its fonts, in print quality.
    async savePdf(name, title, svg) {
      const image = new Image(), canvas = document.createElement('canvas');
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      // Browsers draw no larger canvas; 0.75 points are a pixel.
      const { naturalWidth: w, naturalHeight: h } = image, scale = Math.min(3, 8000 / w, 8000 / h), page = `${(w * 0.75).toFixed(2)} ${(h * 0.75).toFixed(2)}`;
      Object.assign(canvas, { width: Math.round(w * scale), height: Math.round(h * scale) });
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      const picture = new Uint8Array(await (await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.92))).arrayBuffer());
      const named = [...title].flatMap(letter => letter.split('')).map(unit => unit.charCodeAt(0).toString(16).padStart(4, '0')).join(''), draw = `q ${page.replace(' ', ' 0 0 ')} 0 0 cm /P Do Q`;
      const objects = [
        ['<</Type/Catalog/Pages 2 0 R>>'], ['<</Type/Pages/Kids[3 0 R]/Count 1>>'], [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`],
        [`<</Length ${draw.length}>>\nstream\n${draw}\nendstream`],
        [`<</Type/XObject/Subtype/Image/Width ${canvas.width}/Height ${canvas.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${picture.length}>>\nstream\n`, picture, '\nendstream'],
        [`<</Title<feff${named}>/Producer(FlowBuilder)>>`],
      ];
      const parts = ['%PDF-1.4\n'], starts = [];
      let length = parts[0].length;
      const add = part => { parts.push(part); length += part.length; };
      objects.forEach((object, index) => { starts.push(length); [`${index + 1} 0 obj\n`, ...object, '\nendobj\n'].forEach(add); });
      const xref = length;
      add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${xref}\n%%EOF\n`);
      save(name, 'application/pdf', parts);
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

  // Keys that an element has for itself do not also scroll the page or go back; a button's own keys press it. What is typed into a field stays there.
  document.addEventListener('keydown', event => {
    const { target, key } = event;
    if (!(target instanceof Element) || event.defaultPrevented) return;
    const isField = target.matches('input, textarea, select, [contenteditable]'), name = (event.ctrlKey || event.metaKey ? 'Control+' : '') + (key.length === 1 ? key.toLowerCase() : key);
    const owner = target.closest('[data-own-keys]');
    if (owner && (owner === target || !(isField || target.matches('button, a'))) && owner.dataset.ownKeys.split(' ').includes(name)) event.preventDefault();
    else if (!isField || name.startsWith('Control+')) {
      const button = document.querySelector(`[data-shortcut~="${CSS.escape(name)}"]`);
      if (!button || document.querySelector('.mud-dialog')) return;
      event.preventDefault();
      button.click();
    }
  });

  document.addEventListener('change', event => { if (event.target.matches?.('select[data-submits]')) event.target.form.requestSubmit(); });

  // Reconnecting. It is tried until it works: an update takes its time, and whoever looks up then shall see the truth and not a question.
  // The circuit is gone after a restart: the page loads itself again at its address, as soon as the program answers.
  addEventListener('DOMContentLoaded', () => {
    window.Blazor?.start({ circuit: { reconnectionOptions: { maxRetries: undefined, retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : attempt < 60 ? 1000 : 2000 } } });
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
    document.addEventListener('change', event => { if (['show', 'retrying', 'paused'].includes(notice.dataset.state)) untold.add(event.target); }, true);
    const tellAgain = () => {
      const fields = [...untold].filter(field => field.isConnected && field.value !== undefined);
      untold.clear();
      for (const field of fields) field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    notice.addEventListener('components-reconnect-state-changed', async ({ detail: { state } }) => {
      notice.dataset.state = state;
      // A canvas locks itself and keeps the gesture under way, so nothing may come between it and the pointer.
      if (state === 'show') { if (!notice.open) { if (document.querySelector('[data-canvas]')) notice.show(); else notice.showModal(); } }
      if (state === 'hide') {
        if (notice.open) notice.close();
        tellAgain();
      }
      if (state === 'rejected') { if (!notice.open) notice.showModal(); await reloadWhenReady(); }
    });
  });
})();
