// A page that a program serves has no files beside it.
for (const links of document.querySelectorAll(".beside")) links.hidden = !location.pathname.endsWith(".html");
// Saves a chart as a PNG: draws its SVG, which the link beside the button has as its address, at twice its size.
for (const button of document.querySelectorAll("button.save")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const link = button.previousElementSibling;
    const drawing = new Image();
    drawing.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * drawing.naturalWidth;
      canvas.height = 2 * drawing.naturalHeight;
      canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
      const picture = document.createElement("a");
      picture.download = link.download.replace(/svg$/, "png");
      picture.href = canvas.toDataURL("image/png");
      picture.click();
    });
    drawing.src = link.href;
  });
}
// Prints the first page alone: the figures, the sentences, the map.
for (const button of document.querySelectorAll("button.first-page")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.classList.add("first-page-alone");
    window.print();
  });
}
window.addEventListener("afterprint", () => document.documentElement.classList.remove("first-page-alone"));
