/** Offers the bytes to the person as a file to keep. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun by then; the bytes are let go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
