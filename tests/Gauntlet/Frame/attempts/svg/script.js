// vector: SVG script
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
drawing.append(make("script", { href: "$URL.js" }));
document.body.append(drawing);
