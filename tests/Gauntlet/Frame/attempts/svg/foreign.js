// vector: HTML inside foreignObject
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
const foreign = make("foreignObject", { width: 40, height: 40 });
foreign.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
drawing.append(foreign);
document.body.append(drawing);
