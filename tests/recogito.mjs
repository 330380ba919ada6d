// Loads annotations into Recogito's text annotator in a made-up page: node recogito.mjs FOLDER PAGE TEXT FILE
// FOLDER has node_modules; PAGE is the address whose annotations are wanted, TEXT a file with its text, FILE the collection.
// Prints, as JSON, what Recogito made of each: its id, its tags and comments, the words that it found in the page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, page, text, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, 'here.js')));
const { JSDOM } = require('jsdom');
const dom = new JSDOM('<!doctype html><body><pre id="text"></pre></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'navigator', 'NodeFilter', 'Node', 'HTMLElement', 'Range', 'MutationObserver',
  'Event', 'KeyboardEvent', 'requestAnimationFrame', 'getComputedStyle'])
  Object.defineProperty(globalThis, name, { value: name === 'window' ? dom.window : dom.window[name], configurable: true, writable: true });
globalThis.ResizeObserver = dom.window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
dom.window.Range.prototype.getClientRects = () => [];
dom.window.Range.prototype.getBoundingClientRect = () => ({ x: 0, y: 0, width: 0, height: 0, top: 0, left: 0, right: 0, bottom: 0 });

const main = join(folder, 'node_modules/@recogito/text-annotator/dist/text-annotator.es.js');
const { createTextAnnotator, reviveTarget, W3CTextFormat } = await import(pathToFileURL(main));
const container = document.getElementById('text');
container.textContent = readFileSync(text, 'utf8');

const collection = JSON.parse(readFileSync(file, 'utf8'));
const onWords = (target) => target.source === page && target.selector?.length === 2;
const wanted = collection.first.items.filter((item) => item.target.every(onWords));

const annotator = createTextAnnotator(container, { adapter: W3CTextFormat(page, container) });
annotator.setAnnotations(wanted);
const made = annotator.state.store.all().map((each) => ({
  id: each.id,
  comments: each.bodies.filter((body) => body.value && body.purpose !== 'tagging').map((body) => body.value),
  tags: each.bodies.filter((body) => body.purpose === 'tagging').map((body) => body.value),
  creator: each.target.creator?.name,
  words: reviveTarget(each.target, container).selector.map((selector) => selector.range?.toString()),
}));
process.stdout.write(JSON.stringify({ wanted: wanted.length, made }));
process.exit(0);
