/** Which editor is opened: one with a window, and none that takes over the terminal of the server. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEditor, NO_EDITOR } from '../../src/serve/editor.ts';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { get } from '../support/raw-requests.ts';
import { writeSite } from '../support/write-site.ts';

const found = (
  env: Readonly<Record<string, string>>,
  running = 'bash\nnode',
  platform: NodeJS.Platform = 'linux',
): unknown => findEditor({ platform, env, running: () => running });

const BY_VITE = { command: undefined };

describe('the editor', () => {
  test.each([
    [{}, undefined],
    [{ EDITOR: 'vim' }, undefined],
    [{ EDITOR: '/usr/bin/nvim' }, undefined],
    [{ EDITOR: 'nano' }, undefined],
    [{ VISUAL: 'emacs -nw' }, undefined],
    [{ EDITOR: 'emacsclient -t' }, undefined],
    [{ LAUNCH_EDITOR: 'vi' }, undefined],
    [{ LAUNCH_EDITOR: 'code' }, BY_VITE],
    [{ LAUNCH_EDITOR: './editor.sh' }, BY_VITE],
    [{ EDITOR: 'code --wait' }, { command: 'code' }],
    [{ VISUAL: 'subl', EDITOR: 'vim' }, { command: 'subl' }],
    [{ EDITOR: 'gedit' }, BY_VITE],
  ])('by the environment: %j', (env, editor) => {
    expect(found(env)).toEqual(editor);
  });

  test.each([
    ['code\nvim', { command: 'code' }],
    ['vim\nsublime_text', { command: 'subl' }],
    ['webstorm.sh', { command: 'webstorm' }],
    ['vim\nemacs', undefined],
    ['encoder', undefined],
  ])('by what is running: %j', (running, editor) => {
    expect(found({ EDITOR: 'nano' }, running)).toEqual(editor);
  });

  test('one that Vite does not know is not taken while vim runs elsewhere', () => {
    expect(found({ EDITOR: 'gedit' }, 'vim')).toBeUndefined();
  });

  test('on other systems', () => {
    const code = '/Applications/Visual Studio Code.app/Contents/MacOS/Electron';
    expect(found({}, `-zsh\n${code}`, 'darwin')).toEqual(BY_VITE);
    expect(found({ EDITOR: 'vim' }, '-zsh', 'darwin')).toBeUndefined();
    expect(found({}, '', 'win32')).toEqual(BY_VITE);
  });
});

describe('the server', () => {
  const site = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n');
  const before = process.env['LAUNCH_EDITOR'];
  let server: RunningServer;
  beforeAll(async () => {
    process.env['LAUNCH_EDITOR'] = 'vim';
    server = await serve({ source: site, port: 0, quiet: true });
  });
  afterAll(async () => {
    await server?.close();
    if (before === undefined) delete process.env['LAUNCH_EDITOR'];
    else process.env['LAUNCH_EDITOR'] = before;
  });

  test('starts none in its terminal, and says what to set', async () => {
    const file = path.join(site, 'content/_index.md');
    const answer = await get(server, `/__open-in-editor?${new URLSearchParams({ file })}`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect([answer.status, answer.body]).toEqual([501, NO_EDITOR]);
  });
});
