// Plain base64 with padding, as System.Text.Json reads and writes bytes.

const chunk = 0x8000;

export function toBase64(data: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < data.length; start += chunk) binary += String.fromCharCode(...data.subarray(start, start + chunk));
  return btoa(binary);
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0));
