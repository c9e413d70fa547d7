export interface Variable {
  kind: 'closed' | 'list' | 'number' | 'text';
  texts?: string[];
  none: boolean;
}
export interface Contract {
  codes(type: string, by?: string): Map<string, Map<string, Variable>>;
}
export function contract(source: string): Contract;
