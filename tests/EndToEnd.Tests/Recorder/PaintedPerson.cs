using System.Globalization;

namespace PluginRoom.EndToEnd.Tests.Recorder;

/// <summary>A camera that shows one colour and a microphone that hums one tone, so that a file tells whom it holds.</summary>
internal sealed record PaintedPerson(string Name, byte Red, byte Green, byte Blue, int Hertz)
{
    public static readonly PaintedPerson Anna = new("Anna", 200, 30, 30, 440);
    public static readonly PaintedPerson Ben = new("Ben", 30, 160, 40, 1_000);
    public static readonly PaintedPerson Chloe = new("Chloe", 40, 50, 220, 2_300);

    /// <summary>Stands in for the devices only; everything behind getUserMedia is the page's own.</summary>
    public string Devices => string.Create(CultureInfo.InvariantCulture, $$"""
        (() => {
          const sound = new AudioContext();
          addEventListener('pointerdown', () => sound.resume(), true);
          const camera = () => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [640, 360];
            const pen = canvas.getContext('2d');
            let turn = 0;
            const paint = () => {
              pen.fillStyle = 'rgb({{Red}},{{Green}},{{Blue}})';
              pen.fillRect(0, 0, 640, 360);
              pen.fillStyle = 'white';
              pen.fillRect(turn++ % 640, 170, 20, 20);
            };
            paint();
            setInterval(paint, 50);
            return canvas.captureStream(20).getTracks();
          };
          const microphone = () => {
            const tone = new OscillatorNode(sound, { frequency: {{Hertz}} });
            const level = new GainNode(sound, { gain: 0.3 });
            const out = sound.createMediaStreamDestination();
            tone.connect(level).connect(out);
            tone.start();
            return out.stream.getTracks();
          };
          navigator.mediaDevices.getUserMedia = async ({ audio, video }) =>
            new MediaStream([...(audio ? microphone() : []), ...(video ? camera() : [])]);
        })();
        """);
}
