// vector: SVG image
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
drawing.append(make("image", { href: "$URL", width: 10, height: 10 }));
document.body.append(drawing);
