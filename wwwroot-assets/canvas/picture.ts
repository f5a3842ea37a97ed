/** Lets the browser save an SVG text, as it is or drawn twice as large as a PNG. */
export async function savePicture(name: string, svg: string): Promise<void> {
  const file = name.endsWith(".png") ? await drawn(svg) : new Blob([svg], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function drawn(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  // Browsers draw no larger canvas.
  const scale = Math.min(2, 8000 / image.naturalWidth, 8000 / image.naturalHeight), canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.floor(image.naturalHeight * scale));
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error("no picture")), "image/png"));
}
