using System.Globalization;

namespace PluginRoom.EndToEnd.Tests.Page;

/// <summary>A camera that shows a drawn person, who sways a little, before a coloured wall: for pictures that people look at.</summary>
internal sealed record DrawnPerson(string Name, string Wall, string Shirt, string Hair, string Skin)
{
    public string Camera => string.Create(CultureInfo.InvariantCulture, $$"""
        navigator.mediaDevices.getUserMedia = async () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [1280, 720];
          const pen = canvas.getContext('2d');
          const disc = (colour, x, y, rx, ry) => { pen.fillStyle = colour; pen.beginPath(); pen.ellipse(x, y, rx, ry, 0, 0, 7); pen.fill(); };
          const smile = (x, y) => { pen.strokeStyle = '#5b3a2e'; pen.lineWidth = 9; pen.lineCap = 'round'; pen.beginPath(); pen.arc(x, y, 42, 0.5, 2.64); pen.stroke(); };
          let moment = 0;
          const paint = () => {
            const sway = Math.sin(moment++ / 10) * 12;
            pen.fillStyle = '{{Wall}}';
            pen.fillRect(0, 0, 1280, 720);
            pen.fillStyle = 'rgba(255, 255, 255, 0.16)';
            pen.fillRect(120, 70, 300, 330);
            disc('{{Skin}}', 640 + sway, 560, 58, 80);
            disc('{{Shirt}}', 640 + sway, 890, 380, 300);
            disc('{{Hair}}', 640 + sway, 325, 172, 190);
            disc('{{Skin}}', 640 + sway, 370, 140, 165);
            disc('{{Hair}}', 625 + sway, 225, 130, 66);
            disc('#33261f', 588 + sway, 365, 13, 16);
            disc('#33261f', 692 + sway, 365, 13, 16);
            smile(640 + sway, 425);
          };
          paint();
          setInterval(paint, 100);
          const silence = new AudioContext().createMediaStreamDestination().stream;
          return new MediaStream([...canvas.captureStream(10).getTracks(), ...silence.getTracks()]);
        };
        """);
}
