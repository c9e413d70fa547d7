// Reads Fluent files: the syntax tree, and of a pattern its variables and its plain text.
import { FluentParser, Visitor } from '@fluent/syntax';

export const parse = (source) => new FluentParser({ withSpans: false }).parse(source);

export function visitor(pattern) {
  const variables = new Set();
  const texts = [];
  class Walk extends Visitor {
    visitVariableReference(node) {
      variables.add(node.id.name);
    }
    visitTextElement(node) {
      texts.push(node.value);
    }
  }
  new Walk().visit(pattern);
  return { variables, text: texts.join(' ') };
}
