using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Recorder;

/// <summary>A recording, looked at with other programs than made it.</summary>
internal sealed class RecordedFile(string path)
{
    private const int SampleRate = 48_000;
    private const int Width = 64;
    private const int Height = 36;

    // Video is coded in 4:2:0 at a low bitrate: edges bleed, flat areas stay within a few steps.
    private const int SameColour = 40;

    public async Task<(double Seconds, string[] Kinds, string Container)> Probe()
    {
        using var json = JsonDocument.Parse(await Run("ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", path));
        var format = json.RootElement.GetProperty("format");
        return (
            double.Parse(format.GetProperty("duration").GetString()!, CultureInfo.InvariantCulture),
            [.. json.RootElement.GetProperty("streams").EnumerateArray().Select(stream => stream.GetProperty("codec_type").GetString()!).Order()],
            format.GetProperty("format_name").GetString()!);
    }

    /// <summary>Whether the file says where its key frames are (Matroska's Cues), without which a player reads it all to jump.</summary>
    public async Task<bool> HasCues() =>
        (await File.ReadAllBytesAsync(path)).AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1C, 0x53, 0xBB, 0x6B]) >= 0;

    /// <summary>The largest share of one decoded picture that has this person's colour, 0 to 1.</summary>
    public async Task<double> ShareOf(PaintedPerson person)
    {
        var pictures = await RunForBytes("ffmpeg", "-v", "error", "-i", path, "-vf", $"fps=4,scale={Width}:{Height}", "-f", "rawvideo", "-pix_fmt", "rgb24", "-");
        return pictures.Chunk(Width * Height * 3).Max(picture => picture.Chunk(3).Count(pixel => IsColourOf(person, pixel)) / (double)(Width * Height));
    }

    /// <summary>How loud this person's tone is on average, as an amplitude from 0 to 1 (Goertzel, over windows of 100 ms).</summary>
    public async Task<double> LoudnessOf(PaintedPerson person)
    {
        var bytes = await RunForBytes("ffmpeg", "-v", "error", "-i", path, "-ac", "1", "-ar", $"{SampleRate}", "-f", "s16le", "-");
        var samples = new short[bytes.Length / 2];
        Buffer.BlockCopy(bytes, 0, samples, 0, samples.Length * 2);
        return samples.Chunk(SampleRate / 10).Average(window => Amplitude(window, person.Hertz));
    }

    private static bool IsColourOf(PaintedPerson person, byte[] pixel) =>
        Math.Abs(pixel[0] - person.Red) < SameColour && Math.Abs(pixel[1] - person.Green) < SameColour && Math.Abs(pixel[2] - person.Blue) < SameColour;

    private static double Amplitude(short[] window, int hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate);
        var (last, before) = (0.0, 0.0);
        foreach (var sample in window)
            (last, before) = ((sample / 32_768.0) + (coefficient * last) - before, last);
        return 2 * Math.Sqrt((last * last) + (before * before) - (coefficient * last * before)) / window.Length;
    }

    private static async Task<string> Run(string program, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(await RunForBytes(program, arguments));

    private static async Task<byte[]> RunForBytes(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Path.Combine(Prerequisites.FfmpegFolder, program), arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        var complaints = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} could not read the recording: {await complaints}");
        return output.ToArray();
    }
}
