using System.Text;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class ManifestTextTests
{
    [Fact]
    public void A_byte_order_mark_is_read_over() =>
        Assert.NotNull(SampleManifest.Read("\uFEFF" + SampleManifest.Text).Manifest);

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t")]
    [InlineData("{")]
    [InlineData("{ \"id\": \"org.exa")]
    [InlineData("{ \"id\": \"org.example\", \"na")]
    [InlineData("{ \"ui\": [ { \"slot\": tru")]
    [InlineData("\0\0\0\0")]
    [InlineData("{ \"id\": \"x\"\0\0\0")]
    public void Text_that_ends_early_may_still_be_arriving(string text) => Assert.True(Only(text).MayStillArrive);

    [Theory]
    [InlineData("{ id: 1 }", 1)]
    [InlineData("{\n\"id\": 'x' }", 2)]
    [InlineData("{ \"id\": 1, }", 1)]
    [InlineData("{} {}", 1)]
    [InlineData("{ // comment\n}", 1)]
    [InlineData("nonsense", 1)]
    [InlineData("{\n\n\"id\": \"\\ud800\" }", 3)]
    [InlineData("{ \"\\udc00\": 1 }", 1)]
    public void Broken_JSON_is_named_by_its_line(string text, int line)
    {
        var error = Only(text);

        Assert.Contains($"not valid JSON at line {line}", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayStillArrive);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"plugin\"")]
    public void A_manifest_is_an_object(string text) => Assert.Contains("must be an object", Only(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_an_error_and_not_a_crash() =>
        Assert.Contains("depth", Only(new string('[', 100_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Assert.Contains("larger than 256 KiB", Only($"{{ \"name\": \"{new string('x', 10 << 20)}\" }}").Message, StringComparison.Ordinal);

    [Fact]
    public void UTF_16_is_named() =>
        Assert.Contains("UTF-16", OnlyOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SampleManifest.Text)]).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_named() =>
        Assert.Contains("not UTF-8", OnlyOf([(byte)'{', 0xC3, 0x28, (byte)'}']).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_given_twice_is_an_error()
    {
        var text = SampleManifest.Text.Replace("\"name\": \"Minutes\",", "\"name\": \"Minutes\", \"name\": \"Hours\",", StringComparison.Ordinal);

        var error = Only(text);
        Assert.Equal("/name", error.Pointer);
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_manifest_still_tells_what_it_is()
    {
        var reading = SampleManifest.Read(SampleManifest.Changed(json => SampleManifest.Set(json, "/colour", "1")));

        Assert.Equal(("org.example.minutes", "Minutes", "1.4.0"), (reading.Id, reading.Name, reading.Version));
    }

    private static ManifestError Only(string text) => OnlyOf(Encoding.UTF8.GetBytes(text));

    private static ManifestError OnlyOf(byte[] file) =>
        Assert.Single(ManifestReader.Read(file, SampleManifest.Listing(SampleManifest.Files)).Errors);
}
