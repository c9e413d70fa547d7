export function withNoStart(page: string): string;
