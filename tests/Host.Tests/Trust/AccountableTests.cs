using System.Text;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

/// <summary>A plugin does not load unless somebody answers for it and says why and what happens to the data; each error says what to do.</summary>
public sealed class AccountableTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\u200b\u2060 \ufeff")]
    [InlineData("...")]
    [InlineData("TBD")]
    public void A_privacy_policy_that_says_nothing_is_none(string text)
    {
        Drop(Encoding.UTF8.GetBytes(text));

        Refused("/publisher/privacyPolicy", "says nothing. Write what the plugin does with people's data");
    }

    [Fact]
    public void A_privacy_policy_that_is_no_text_is_none()
    {
        Drop([0x25, 0x50, 0x44, 0x46, 0xFF, 0xFE, .. Encoding.UTF8.GetBytes("a privacy policy as some other format")]);
        Refused("/publisher/privacyPolicy", "not UTF-8 text");

        Drop(Encoding.UTF8.GetBytes(new string('x', 300_000)));
        Refused("/publisher/privacyPolicy", "larger than 256 KiB");
    }

    [Fact]
    public void A_short_policy_in_any_script_is_one()
    {
        Drop(Encoding.UTF8.GetBytes("このプラグインは何も保存しません。"));

        Assert.Equal(CatalogState.Ready, _folder.SettleLong().Entries[0].State);
    }

    [Fact]
    public void The_policy_file_that_is_named_has_to_be_there()
    {
        _folder.Drop("Minutes");
        File.Delete(_folder.PathOf("Minutes/PRIVACY.md"));

        Refused("/publisher/privacyPolicy", "There is no file 'PRIVACY.md' in the plugin's folder. Add it");
    }

    [Theory]
    [InlineData("/publisher", null, "/publisher", "is missing. Add it: who answers for the plugin")]
    [InlineData("/publisher/contact", null, "/publisher/contact", "is missing. Add it: where people reach the publisher")]
    [InlineData("/publisher/contact", "\"\"", "/publisher/contact", "must be an e-mail address")]
    [InlineData("/publisher/contact", "\"@\"", "/publisher/contact", "must be an e-mail address")]
    [InlineData("/publisher/contact", "\"http://example.org\"", "/publisher/contact", "must be an e-mail address")]
    [InlineData("/publisher/privacyPolicy", null, "/publisher/privacyPolicy", "is missing. Add it: the privacy policy")]
    [InlineData("/publisher/privacyPolicy", "\"\"", "/publisher/privacyPolicy", "must not be empty")]
    [InlineData("/publisher/privacyPolicy", "\"https://example.org/privacy\"", "/publisher/privacyPolicy", "Name a file in the plugin's folder")]
    [InlineData("/publisher/privacyPolicy", "\"../PRIVACY.md\"", "/publisher/privacyPolicy", "Name a file in the plugin's folder")]
    [InlineData("/publisher/name", "\"\\u200b\"", "/publisher/name", "invisible characters")]
    [InlineData("/capabilities/0/reason", null, "/capabilities/0/reason", "needs a reason that people can read before they decide")]
    [InlineData("/capabilities/0/reason", "\"\"", "/capabilities/0/reason", "must not be empty")]
    [InlineData("/capabilities/0/reason", "\" \"", "/capabilities/0/reason", "with a letter or digit in it")]
    [InlineData("/capabilities/0/reason", "\"...\"", "/capabilities/0/reason", "with a letter or digit in it")]
    [InlineData("/capabilities/0/reason", "\"\\u2800\"", "/capabilities/0/reason", "with a letter or digit in it")]
    public void Who_answers_for_it_and_why_is_not_left_out(string field, string? value, string pointer, string words)
    {
        _folder.Drop("Minutes", json =>
        {
            Assert.Equal("chat.read", (string)json["capabilities"]![0]!["name"]!);
            SampleManifest.Set(json, field, value);
        });

        Refused(pointer, words);
    }

    private void Drop(byte[] policy)
    {
        _folder.Drop("Minutes");
        File.WriteAllBytes(_folder.PathOf("Minutes/PRIVACY.md"), policy);
    }

    private void Refused(string pointer, string words)
    {
        var entry = _folder.SettleLong().Entries[0];
        Assert.Equal((CatalogState.Broken, null), (entry.State, entry.Plugin));
        Assert.Contains(entry.Errors, error => error.Pointer == pointer && error.Message.Contains(words, StringComparison.Ordinal));
    }
}
