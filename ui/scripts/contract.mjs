// Reads the generated contract: of a type with a code, every code there is and what comes with it.
import ts from 'typescript';

/** The types of a contract, by name. */
export function contract(source) {
  const types = new Map();
  for (const it of ts.createSourceFile('contract.ts', source, ts.ScriptTarget.Latest).statements) {
    if (ts.isTypeAliasDeclaration(it)) types.set(it.name.text, it.type);
  }
  const named = (name) => {
    const type = types.get(name);
    if (!type) throw new Error(`the contract has no ${name}`);
    return type;
  };

  /** The texts of a closed vocabulary; none for any other type. */
  function texts(type) {
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
    if (ts.isTypeReferenceNode(type) && types.has(type.typeName.text))
      return texts(named(type.typeName.text));
    if (!ts.isUnionTypeNode(type)) return null;
    const all = type.types.map(texts);
    return all.every((it) => it !== null) ? all.flat() : null;
  }

  /** The shapes a type may have: a union has several, and what is joined has the fields of each. */
  function shapes(type) {
    if (ts.isParenthesizedTypeNode(type)) return shapes(type.type);
    if (ts.isTypeReferenceNode(type)) return shapes(named(type.typeName.text));
    if (ts.isUnionTypeNode(type)) return type.types.flatMap(shapes);
    if (ts.isIntersectionTypeNode(type)) {
      return type.types
        .map(shapes)
        .reduce((all, more) => all.flatMap((one) => more.map((other) => new Map([...one, ...other]))));
    }
    if (!ts.isTypeLiteralNode(type)) throw new Error(`no type with a code: ${ts.SyntaxKind[type.kind]}`);
    return [new Map(type.members.map((member) => [member.name.text, member.type]))];
  }

  /** What a sentence gets of a field. Null for what no sentence can say. */
  function variable(type) {
    if (ts.isUnionTypeNode(type)) {
      const rest = type.types.filter(
        (it) => !(ts.isLiteralTypeNode(it) && it.literal.kind === ts.SyntaxKind.NullKeyword),
      );
      if (rest.length < type.types.length) {
        const said = rest.length === 1 ? variable(rest[0]) : null;
        return said && { ...said, none: true };
      }
    }
    const closed = texts(type);
    if (closed) return { kind: 'closed', texts: closed, none: false };
    if (type.kind === ts.SyntaxKind.StringKeyword) return { kind: 'text', none: false };
    if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number', none: false };
    if (type.kind === ts.SyntaxKind.BooleanKeyword)
      return { kind: 'closed', texts: ['true', 'false'], none: false };
    const list =
      ts.isTypeReferenceNode(type) && type.typeName.text === 'Array' && variable(type.typeArguments[0]);
    return list ? { kind: 'list', none: true } : null;
  }

  return {
    /** Every code of a type, each with the variables that come with it. A closed vocabulary has codes only. */
    codes(name, by = 'code') {
      const closed = texts(named(name));
      if (closed) return new Map(closed.map((code) => [code, new Map()]));
      const found = new Map();
      for (const shape of shapes(named(name))) {
        const variables = new Map();
        for (const [field, type] of shape) {
          const said = field === by ? null : variable(type);
          if (said) variables.set(field, said);
        }
        for (const code of texts(shape.get(by)) ?? []) found.set(code, variables);
      }
      return found;
    },
  };
}
