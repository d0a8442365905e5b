// vector: SVG feImage
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
const filter = make("filter", { id: "f" });
filter.append(make("feImage", { href: "$URL" }));
drawing.append(filter, make("rect", { width: 9, height: 9, filter: "url(#f)" }));
document.body.append(drawing);
