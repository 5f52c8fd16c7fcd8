// A file as it goes to the server.
import { base64 } from './base64';

export interface ChosenFile {
  readonly name: string;
  /** Base64 of its bytes; empty for an empty file. */
  readonly content: string;
}

export async function chosenFile(file: File): Promise<ChosenFile> {
  return { name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) };
}
