// Takes the secret out of the address (a fragment, which no server sees) and has the server make a cookie of it.
const secret = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const { base, then } = document.currentScript.dataset
fetch(`${base}enter`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ secret }) })
  .then(answer => answer.ok ? location.replace(then) : Promise.reject(answer))
  .catch(() => document.querySelector('p').textContent = 'This link does not open the room: it works once, for a minute, or the room is over. Ask for a new one.')
