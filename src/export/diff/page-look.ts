/** The style and the script of the page that shows changes. */

/** Dark or light as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --line: #8885; --soft: #8882; }
body { margin: 0 auto; max-width: 90rem; padding: 0 1.5rem 4rem; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .75rem 0; background: Canvas; border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 1.25rem; }
header p { margin: 0; color: GrayText; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 0 auto; padding: 0; border: 0; }
legend { position: absolute; clip-path: inset(50%); }
label { display: flex; gap: .35rem; align-items: center; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
.name { color: GrayText; font-size: 1rem; font-weight: 400; }
.kind { padding: .1em .6em; border-radius: 1em; background: var(--soft); font-size: .875rem; font-weight: 500; white-space: nowrap; }
article { scroll-margin-top: 5rem; padding: 1rem 0; border-top: 1px solid var(--line); }
article:focus { outline: none; }
article:focus-visible h3 { text-decoration: underline; text-underline-offset: .3em; }
h3 { margin: 0 0 .75rem; font-size: 1.125rem; }
.number { color: GrayText; font-variant-numeric: tabular-nums; font-weight: 400; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.single { max-width: calc(50% - .5rem); }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
figcaption, .step, .same { color: GrayText; font-size: .875rem; }
.step { margin: .75rem 0 .25rem; }
.skin, .pair .marked { display: none; }
[data-view=onion] .pair, [data-view=marked] .pair { grid-template-columns: minmax(0, 60rem); }
[data-view=onion] .pair > figure { grid-area: 1 / 1; }
[data-view=onion] .after { opacity: var(--skin, .5); }
[data-view=onion] figcaption { display: none; }
[data-view=onion] .skin { display: block; width: 100%; }
[data-view=marked] .pair > :is(.before, .after) { display: none; }
[data-view=marked] .pair .marked { display: block; }
details { margin-top: .75rem; }
summary { cursor: pointer; }
.words { max-width: 60rem; margin: .25rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
ins { background: #2a83; text-decoration: none; border-bottom: 2px solid #2a8; }
del { background: #d063; }
@media (max-width: 40rem) {
  header { position: static; }
  fieldset { margin-left: 0; }
  .pair { grid-template-columns: 1fr; }
  .single { max-width: none; }
}`.trim();

/** Chooses a view, moves the onion skin, and goes to the next and the previous change with J and K. */
export const SCRIPT = `
document.addEventListener('change', ({ target }) => {
  if (target.name === 'view') document.body.dataset.view = target.value;
});
document.addEventListener('input', ({ target }) => {
  if (target.className === 'skin') target.parentElement.style.setProperty('--skin', target.value / 100);
});
document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey || !'jk'.includes(key)) return;
  const all = [...document.querySelectorAll('article')];
  const at = all.indexOf(target.closest('article'));
  const next = all[key === 'j' ? at + 1 : Math.max(at - 1, 0)];
  if (!next) return;
  next.focus({ preventScroll: true, focusVisible: true });
  next.scrollIntoView();
});`.trim();
