// The page of a round: opens a link, asks, sends or saves the answers, and shows what came out once the round is closed.
const held = JSON.parse(document.getElementById('data').textContent);
const main = document.getElementById('main');
const link = held.link ?? location.hash.slice(1);
const remembered = `hecht pulse ${link}`;
let lang = document.documentElement.lang;
let round = held.form ?? null;
let answers = {};
let agreed = false;
let slip = null;
let show = () => {};

/** Give the words of the page in the language that is shown, with what stands in their braces. */
function word(name, more = {}) {
  return Object.entries(more).reduce((said, [key, value]) => said.replaceAll(`{${key}}`, value), held.words[lang][name] ?? name);
}

/** Make an element; what people wrote only ever becomes text. */
function make(tag, set = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'class') made.className = value;
    else if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...inside.filter((one) => one !== null && one !== ''));
  return made;
}

function memory() {
  try {
    return JSON.parse(localStorage.getItem(remembered) ?? 'null');
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    if (value === null) localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, JSON.stringify(value));
  } catch {
    // a browser that remembers nothing can answer all the same
  }
}

async function ask(path, body) {
  let reply;
  try {
    reply = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link, ...body }),
      credentials: 'omit',
    });
  } catch {
    throw new Error('away');
  }
  const said = await reply.json().catch(() => ({ code: 'wrong' }));
  if (!reply.ok) throw new Error(said.code);
  return said;
}

/** Show a view, now and whenever the language changes. */
function view(draw) {
  show = () => {
    document.documentElement.lang = lang;
    document.title = round ? `${word('title')} ${round.name}` : word('title');
    const other = lang === 'nl' ? 'en' : 'nl';
    const choose = make('button', { type: 'button', class: 'button plain', lang: other, onclick: () => { lang = other; show(); } }, word('language'));
    main.replaceChildren(make('div', { class: 'top' }, choose), ...draw());
  };
  show();
  window.scrollTo(0, 0);
  main.querySelector('h1')?.focus({ preventScroll: true });
}

function title(text) {
  return make('h1', { tabIndex: -1 }, text);
}

function refused(code) {
  view(() => [make('div', { class: 'stack' }, title(word('title')), make('p', { role: 'alert', class: 'note' }, word(code)))]);
}

function done() {
  return round.questions.filter((one) => answers[one.id] !== undefined && answers[one.id] !== '').length;
}

function intro() {
  const day = round.day[lang];
  const named = round.mode === 'named';
  const houses = round.group.map((house) =>
    make('p', { class: 'small' }, `${house.organisation || '–'}: ${house.people.map((one) => one.name).join(', ')}`));
  return make('header', { class: 'intro' },
    make('p', { class: 'eyebrow' }, word('title')),
    title(round.name),
    make('p', { class: 'lead' }, word('lead', { count: round.questions.length })),
    make('p', { class: 'note' }, word(named ? 'named' : 'anonymous', { day })),
    make('details', {}, make('summary', {}, word('how')),
      make('p', {}, word(named ? 'named_how' : 'anonymous_how')),
      make('p', { class: 'soft' }, word('sent_to', { count: round.people })), ...houses),
    make('p', { class: 'soft' }, word('until', { day })));
}

function scale(asked, number) {
  const steps = [1, 2, 3, 4, 5].map((step) => {
    const end = step === 1 ? word('low') : step === 5 ? word('high') : '';
    const input = make('input', { type: 'radio', name: asked.id, value: step, checked: answers[asked.id] === step,
      onclick: () => {
        if (answers[asked.id] === step) {
          delete answers[asked.id];
          input.checked = false;
        } else answers[asked.id] = step;
        count();
      } });
    return make('label', { class: 'step' }, input, make('span', {}, String(step), end && make('b', { class: 'hidden' }, ` ${end}`)));
  });
  return make('fieldset', {}, make('legend', {}, `${number}. ${asked.text[lang]}`), make('div', { class: 'steps' }, ...steps),
    make('div', { class: 'ends', ariaHidden: 'true' }, make('span', {}, word('low')), make('span', {}, word('high'))));
}

function contact(asked, number) {
  const chosen = () => answers[asked.id];
  const chip = (text, checked, onchange) => make('label', { class: 'chip' }, make('input', { type: 'checkbox', checked, onchange }), make('span', {}, text));
  const inside = [];
  const nobody = chip(word('nobody'), Array.isArray(chosen()) && chosen().length === 0, (event) => {
    if (event.target.checked) answers[asked.id] = [];
    else delete answers[asked.id];
    for (const one of inside) one.checked = false;
    count();
  });
  const houses = round.group.map((house) => {
    const others = house.people.filter((one) => one.number !== round.seat);
    const chips = others.map((one) => chip(one.name, (chosen() ?? []).includes(one.number), (event) => {
      const left = (chosen() ?? []).filter((other) => other !== one.number);
      answers[asked.id] = event.target.checked ? [...left, one.number] : left;
      if (answers[asked.id].length === 0) delete answers[asked.id];
      nobody.firstChild.checked = false;
      count();
    }));
    inside.push(...chips.map((one) => one.firstChild));
    return others.length ? make('div', {}, make('p', { class: 'house' }, house.organisation || '–'), make('div', { class: 'chips' }, ...chips)) : '';
  });
  return make('fieldset', {}, make('legend', {}, `${number}. ${asked.text[lang]}`), make('p', { class: 'soft' }, word('tap')), ...houses,
    make('div', { class: 'chips' }, nobody));
}

function term(asked, number) {
  const text = make('textarea', { maxLength: 300, rows: 2, value: answers[asked.id] ?? '', id: asked.id,
    oninput: () => {
      if (text.value.trim()) answers[asked.id] = text.value;
      else delete answers[asked.id];
      count();
    } });
  text.setAttribute('aria-describedby', 'own-words');
  const hint = word(round.mode === 'named' ? 'own_words' : 'own_words_anonymous');
  text.setAttribute('aria-labelledby', 'own-question');
  return make('fieldset', {}, make('legend', { id: 'own-question' }, `${number}. ${asked.text[lang]}`),
    make('p', { class: 'soft', id: 'own-words' }, hint), text);
}

function count() {
  document.getElementById('filled').textContent = word('filled', { done: done(), count: round.questions.length });
}

function asking() {
  const before = round.used;
  const kinds = { scale, contact, term };
  const alert = make('p', { class: 'alert', role: 'alert' });
  const send = make('button', { type: 'submit', class: 'button main' }, word(held.form ? 'save' : before ? 'change' : 'send'));
  const consent = make('input', { type: 'checkbox', checked: agreed, onchange: () => { agreed = consent.checked; } });
  const submit = async (event, given) => {
    event.preventDefault();
    if (given === null && done() === 0) alert.textContent = word('nothing');
    else if (given === null && round.mode === 'named' && !agreed) {
      alert.textContent = word('agree_first');
      consent.focus();
    } else {
      send.disabled = true;
      try {
        await (held.form ? save() : deliver(given ?? answers));
      } catch (error) {
        alert.textContent = word(error.message);
        send.disabled = false;
      }
    }
  };
  const parts = round.questions.map((one, at) => kinds[one.kind](one, at + 1));
  const form = make('form', { noValidate: true, onsubmit: (event) => submit(event, null) }, ...parts,
    round.mode === 'named' ? make('label', { class: 'tick' }, consent, make('span', {}, word('agree'))) : '',
    before ? make('button', { type: 'button', class: 'button plain', onclick: (event) => submit(event, {}) }, word('take_back')) : '',
    alert,
    make('div', { class: 'bar' }, make('span', { id: 'filled', class: 'soft', role: 'status' }, word('filled', { done: done(), count: round.questions.length })), send));
  return [intro(), before ? make('p', { class: 'note' }, word('before')) : '', form].filter((one) => one !== '');
}

async function deliver(given) {
  const reply = await ask('/answer', { answers: given, agreed, slip });
  const taken = Object.keys(given).length === 0;
  slip = reply.slip;
  remember(slip);
  round.used = !taken;
  if (taken) answers = {};
  view(() => {
    const later = word(round.mode === 'named' ? 'later' : 'later_device', { day: round.day[lang] });
    const again = make('button', { type: 'button', class: 'button', onclick: () => view(asking) }, word('again'));
    return [make('div', { class: 'stack' }, title(word(taken ? 'taken_back' : 'thanks')), make('p', {}, later), again)];
  });
}

function save() {
  const said = { format: held.format, round: round.round, link, agreed, seconds: Math.floor(Date.now() / 1000), answers };
  const address = URL.createObjectURL(new Blob([JSON.stringify(said, null, 1)], { type: 'application/json' }));
  const name = `antwoord ${round.name} ${round.seat}.json`.replace(/[^\p{L}\p{N} ._-]/gu, '');
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  view(() => [make('div', { class: 'stack' }, title(word('saved')),
    make('button', { type: 'button', class: 'button', onclick: () => view(asking) }, word('again')))]);
}

function came(asked) {
  const rule = make('div', { class: 'rule', ariaHidden: 'true' }, make('i'));
  if (asked.place) rule.firstChild.style.left = `${(asked.place - 1) * 25}%`;
  const words = asked.kind === 'term';
  const rows = words
    ? make('ul', { class: 'words' }, ...asked.rows.map((one) => make('li', {}, one.who ? `${one.who}: ${one.what}` : one.what)))
    : make('table', {}, make('tbody', {}, ...asked.rows.map((one) => make('tr', {}, make('th', { scope: 'row' }, one.who), make('td', {}, one.what)))));
  return make('section', { class: 'card' }, make('h2', {}, asked.text[lang]),
    asked.said[lang] ? make('p', { class: 'said' }, asked.said[lang]) : '',
    asked.place ? rule : '', asked.rows.length ? rows : '');
}

function outcome() {
  remember(null);
  const out = round.outcome;
  return [
    make('header', { class: 'intro' }, make('p', { class: 'eyebrow' }, `${word('title')} – ${word('closed')}`), title(round.name),
      ...out.lines[lang].split('\n').filter(Boolean).map((one) => make('p', { class: 'note' }, one)),
      out.questions.length ? make('p', { class: 'soft' }, word('scale_is')) : ''),
    ...out.questions.map(came),
  ];
}

function opened() {
  lang = round.lang;
  if (round.outcome) return view(outcome);
  if (round.closed) return refused('closed');
  const mine = memory();
  if (round.mode === 'named') {
    answers = round.mine ?? {};
    agreed = round.used;
  } else if (round.used) {
    if (!mine) return view(() => [intro(), make('p', { class: 'note', role: 'status' }, word('used'))]);
    slip = mine;
    answers = { ...mine.answers };
  }
  return view(asking);
}

async function begin() {
  try {
    round ??= await ask('/open', {});
  } catch (error) {
    return refused(error.message);
  }
  return opened();
}

window.addEventListener('hashchange', () => location.reload());
begin();
