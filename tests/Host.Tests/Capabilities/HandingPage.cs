using System.Security.Cryptography;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>What a person's page does when they choose files: hands over their list, and each part that is asked for.</summary>
internal sealed class HandingPage(Browser person, params (string Name, string Type, byte[] Content)[] files)
{
    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    public Task<HubReply<Done>> Choose(string question) => person.Call<Done>(
        "HandFiles", new FilesHanded(question, [.. files.Select(file => new HandedFile(file.Name, file.Type, file.Content.Length))]));

    /// <summary>The next part that is asked for, as the page would give it.</summary>
    public async Task<FilePart> Next()
    {
        var wanted = await person.Hear<FileWanted>(RoomEvents.FileWanted);
        var part = files[wanted.File].Content.AsSpan(wanted.Offset, wanted.Bytes);
        return new(wanted.Id, wanted.File, wanted.Offset, Convert.ToBase64String(part));
    }

    public Task<HubReply<Done>> Give(FilePart part) => person.Call<Done>("HandFilePart", part);

    /// <summary>Gives part after part until the plugin wants no more, and says whether it has all.</summary>
    public async Task<bool> GiveAll()
    {
        var parts = files.Sum(file => (file.Content.Length + (192 << 10) - 1) / (192 << 10));
        for (var part = 0; part < parts; part++)
            Assert.Null((await Give(await Next())).Error);
        return (await person.Hear<FilesDone>(RoomEvents.FilesDone)).Complete;
    }

    /// <summary>As the probe says what it got.</summary>
    public static string Said(string name, string type, byte[] content) => $"{name} {type} {content.Length} {Adler32(content):x8}";

    private static uint Adler32(byte[] data)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return b << 16 | a;
    }
}
