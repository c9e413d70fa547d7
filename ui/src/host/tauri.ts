import { invoke } from '@tauri-apps/api/core';
import type { Host } from './host';

/** The shell: each command of the one list is a Tauri command of the same name. */
export const host: Host = {
  call: (name, ask) => invoke(name, { ask }),
};
