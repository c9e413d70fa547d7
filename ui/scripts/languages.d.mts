export const locales: string;
export function compareWithFolders(
  list: Record<string, unknown>,
  folders: string[],
): { languages: string[]; complaints: string[] };
export function languages(): { languages: string[]; complaints: string[] };
