// Forms with data-passkey: asks the server for a challenge, lets the device answer it, and sends the answer with the form.
(() => {
  const words = {
    NotAllowedError: 'No passkey was used: it was canceled, or the device took too long. Try again, or use your password.',
    InvalidStateError: 'This device already has a passkey for this account.',
    SecurityError: 'Passkeys do not work at this address. Open FlowBuilder at its own address.',
  };

  const ask = async form => {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) throw new Error('This browser does not support passkeys. Use a newer one, or your password.');
    const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status === 429 ? 'Too many attempts. Wait a minute, then try again.' : 'FlowBuilder did not answer. Reload the page and try again.');
    const options = await answer.json();
    return form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches?.('form[data-passkey]')) return;
    event.preventDefault();
    const fault = form.querySelector('[data-passkey-fault]');
    fault.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch (error) {
      fault.textContent = words[error.name] ?? error.message;
      fault.hidden = false;
    }
  });
})();
