// vector: style inside SVG
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
const style = make("style", {});
style.textContent = "@import url($URL.css);";
drawing.append(style);
document.body.append(drawing);
