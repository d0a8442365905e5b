// vector: SVG link that is pressed
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
const link = make("a", { href: "$URL.html" });
drawing.append(link);
document.body.append(drawing);
link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
