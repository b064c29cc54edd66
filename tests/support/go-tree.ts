/** A tree of a template as Go's tests write it. */
import { formatExpression, type TemplateNode } from '../../src/templates/gotemplate/nodes.ts';
import { quote } from '../../src/templates/gotemplate/quote.ts';

export function formatTree(list: readonly TemplateNode[]): string {
  return list.map(formatNode).join('');
}

function formatNode(node: TemplateNode): string {
  switch (node.type) {
    case 'text':
      return quote(node.text);
    case 'action':
      return `{{${formatExpression(node.pipe)}}}`;
    case 'template':
      return `{{template ${quote(node.name)}${node.pipe ? ` ${formatExpression(node.pipe)}` : ''}}}`;
    case 'return':
      return `{{return${node.pipe ? ` ${formatExpression(node.pipe)}` : ''}}}`;
    case 'break':
    case 'continue':
      return `{{${node.type}}}`;
    case 'if':
    case 'with':
    case 'range':
      break;
  }
  const otherwise = node.elseList ? `{{else}}${formatTree(node.elseList)}` : '';
  return `{{${node.type} ${formatExpression(node.pipe)}}}${formatTree(node.list)}${otherwise}{{end}}`;
}
