// flood: console lines
onGo(() => { for (let count = 0; count < 20000; count++) console.log(count); });
