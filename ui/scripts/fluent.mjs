// Reads Fluent files: the syntax tree, and of a pattern its variables, what it chooses by, and its plain text.
import { FluentParser, Visitor } from '@fluent/syntax';

export const parse = (source) => new FluentParser({ withSpans: false }).parse(source);

const keyOf = ({ key }) => (key.type === 'Identifier' ? key.name : key.value);

export function visitor(pattern) {
  const variables = new Set();
  const texts = [];
  /** Each choice on a variable, with its keys. */
  const choices = [];
  /** Variables that are named where nothing was chosen on whether they are there. */
  const unguarded = new Set();
  let guarded = [];
  class Walk extends Visitor {
    visitVariableReference(node) {
      variables.add(node.id.name);
      if (!guarded.includes(node.id.name)) unguarded.add(node.id.name);
    }
    visitTextElement(node) {
      texts.push(node.value);
    }
    visitSelectExpression(node) {
      const name = node.selector.type === 'VariableReference' ? node.selector.id.name : null;
      const keys = node.variants.map(keyOf);
      const outside = guarded;
      if (name) {
        variables.add(name);
        choices.push([name, keys]);
        if (keys.includes('none')) guarded = [...guarded, name];
        else if (!guarded.includes(name)) unguarded.add(name);
      } else {
        this.visit(node.selector);
      }
      node.variants.forEach((variant) => this.visit(variant.value));
      guarded = outside;
    }
  }
  new Walk().visit(pattern);
  return { variables, choices, unguarded, text: texts.join(' ') };
}
