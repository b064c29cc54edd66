/** `- [ ] open` and `- [x] done`, in Goldmark's markup. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

const TASK_RE = /^\[([ xX])\]\s*/;

export function tasks(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.taskList) return;
  markdown.renderer.rules['task'] = (tokens, index) => tokens[index]?.content ?? '';
  markdown.core.ruler.after('inline', 'tasks', (state: StateCore) => {
    for (const [n, token] of state.tokens.entries()) {
      const isFirstOfItem =
        state.tokens[n - 1]?.type === 'paragraph_open' && state.tokens[n - 2]?.type === 'list_item_open';
      if (token.type === 'inline' && isFirstOfItem) addCheckbox(state, token);
    }
  });
}

function addCheckbox(state: StateCore, item: Token): void {
  const first = item.children?.[0];
  const mark = first?.type === 'text' ? TASK_RE.exec(first.content)?.[1] : undefined;
  if (!first || !mark) return;
  const box = new state.Token('task', '', 0);
  box.content = `<input ${mark === ' ' ? '' : 'checked="" '}disabled="" type="checkbox"> `;
  first.content = first.content.replace(TASK_RE, '');
  item.children?.unshift(box);
}
