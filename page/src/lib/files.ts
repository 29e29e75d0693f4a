// Files that one saves: made here from what the server gave, never asked for by an address.

export function save(name: string, text: string, type = 'text/html'): void {
  const at = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  [anchor.href, anchor.download] = [at, name];
  anchor.click();
  URL.revokeObjectURL(at);
}
