// The control's end: the page that made this worker hears all that is said, and takes whatever comes back for a picture.
told = (words) => postMessage(words);
begin();
addEventListener("message", ({ ports: [port] }) => {
  port.onmessage = async ({ data: { picture, order } }) => {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const made = await answers[order]({ port, canvas });
    port.postMessage({ picture: made.transferToImageBitmap() });
  };
});
