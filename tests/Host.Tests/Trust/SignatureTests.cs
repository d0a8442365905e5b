using System.Security.Cryptography;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Host.Trust.Signing;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

public sealed class SignatureTests : IDisposable
{
    private readonly PluginFolder _folder = new();
    private readonly Publisher _publisher = new();

    private string Minutes => _folder.PathOf("Minutes");

    public SignatureTests() => _folder.Drop("Minutes");

    public void Dispose()
    {
        _folder.Dispose();
        _publisher.Dispose();
    }

    [Fact]
    public void A_signed_plugin_is_taken_and_people_see_the_key()
    {
        _publisher.Sign(Minutes);

        var entry = _folder.Settle().Entries[0];

        Assert.Equal(CatalogState.Ready, entry.State);
        Assert.Equal(_publisher.Id, entry.Plugin!.Signer);
        Assert.Equal($"signed with the key {PublisherKey.Shorten(_publisher.Id)}", entry.ToView().Trust);
    }

    [Fact]
    public void Layout_of_the_manifest_is_not_signed_but_every_value_is()
    {
        _publisher.Sign(Minutes);
        File.WriteAllText(Path.Combine(Minutes, "plugin.json"), "  " + SampleManifest.Text + "\n\n");
        Assert.Equal(CatalogState.Ready, _folder.SettleLong().Entries[0].State);

        _folder.Write("Minutes/plugin.json", SampleManifest.Changed(json => json["summary"] = "Writes down everything."));
        Assert.Contains("plugin.sig at /digest", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_came_after_signing_or_went_or_changed_is_noticed()
    {
        _publisher.Sign(Minutes);
        _folder.Write("Minutes/ui/extra.js", "1");
        Refused("/digest", "after it was signed");

        File.Delete(_folder.PathOf("Minutes/ui/extra.js"));
        File.AppendAllText(_folder.PathOf("Minutes/Minutes.dll"), ".");
        Refused("/digest", "after it was signed");

        _folder.Write("Minutes/Minutes.dll", "assembly");
        Assert.Equal(CatalogState.Ready, _folder.SettleLong().Entries[0].State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(300)]
    public void A_truncated_signature_is_refused(int length)
    {
        _publisher.Sign(Minutes);
        var file = Path.Combine(Minutes, PluginSignature.FileName);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Refused("plugin.sig", length == 0 ? "is empty" : "is not valid JSON");
    }

    [Fact]
    public void The_signature_of_another_plugin_says_whose_it_is()
    {
        _folder.Drop("Other", json => json["id"] = "org.example.other");
        _publisher.Sign(_folder.PathOf("Other"));
        File.Copy(_folder.PathOf("Other/plugin.sig"), _folder.PathOf("Minutes/plugin.sig"));

        var errors = _folder.SettleLong().Entries[0].Errors;

        Assert.Contains(errors, error => error.Message.Contains("the signature of 'org.example.other', but this is org.example.minutes", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Message.StartsWith("plugin.sig at /digest", StringComparison.Ordinal));
    }

    [Fact]
    public void The_signature_of_another_version_does_not_fit()
    {
        _publisher.SignAfter(Minutes, signature => signature with { Version = "1.3.9" });

        Refused("/version", "'1.3.9', but this is 1.4.0");
    }

    [Fact]
    public void Values_that_were_changed_after_signing_are_refused()
    {
        using var other = new Publisher();
        _publisher.Sign(Minutes, signature => signature with { Signature = Convert.ToBase64String(new byte[64]) });
        Refused("/signature", "was not made with this key");

        other.Sign(Minutes);
        var stranger = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(Minutes, PluginSignature.FileName)))!;
        _publisher.Sign(Minutes, signature => signature with { PublicKey = (string)stranger["publicKey"]! });
        Refused("/keyId", $"has the id {other.Id}");

        _publisher.Sign(Minutes, signature => signature with { PublicKey = (string)stranger["publicKey"]!, KeyId = other.Id });
        Refused("/signature", "was not made with this key");
    }

    [Theory]
    [InlineData("nistP384")]
    [InlineData("brainpoolP256r1")]
    public void A_key_on_another_curve_is_refused(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var info = key.ExportSubjectPublicKeyInfo();
        _publisher.Sign(Minutes, signature => signature with
        {
            PublicKey = Convert.ToBase64String(info), KeyId = Convert.ToHexStringLower(SHA256.HashData(info)),
        });

        Refused("/publicKey", "no");
        Assert.Null(PublisherKey.Parse(info));
    }

    [Fact]
    public void A_point_that_is_not_on_the_curve_is_no_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var info = key.ExportSubjectPublicKeyInfo();
        Assert.NotNull(PublisherKey.Parse(info));

        info[^1] ^= 1;

        Assert.Null(PublisherKey.Parse(info));
        Assert.Null(PublisherKey.Parse([.. key.ExportSubjectPublicKeyInfo(), 0]));
        Assert.Null(PublisherKey.Parse([]));
    }

    [Fact]
    public void Unknown_fields_and_another_algorithm_are_told_together()
    {
        _publisher.Sign(Minutes);
        var file = Path.Combine(Minutes, PluginSignature.FileName);
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        json["algorithm"] = "none";
        json["note"] = "trust me";
        File.WriteAllText(file, json.ToJsonString());

        var errors = _folder.SettleLong().Entries[0].Errors.Select(error => error.Message).ToList();

        Assert.Contains(errors, error => error.StartsWith("plugin.sig at /algorithm: must be ecdsa-p256-sha256", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("plugin.sig at /note: 'note' is not a field here", StringComparison.Ordinal));
    }

    [Fact]
    public void The_signed_bytes_are_the_fields_with_their_lengths_behind_the_name_of_their_purpose()
    {
        _publisher.Sign(Minutes);
        var read = PluginFolderDigest.Read(Minutes);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = PluginSignature.Make(key, "org.example.minutes", "1.4.0", read.Digest);

        var expected = "37:PluginRoom plugin signature, format 1\n22:pluginroom-signature-1\n17:ecdsa-p256-sha256\n19:org.example.minutes\n5:1.4.0\n"
            + $"51:{read.Digest}\n64:{PublisherKey.Of(key).Id}\n";

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(signature.Canonical()));
    }

    [Fact]
    public void A_signature_that_arrives_last_does_not_make_the_folder_broken_meanwhile()
    {
        _publisher.Sign(Minutes);
        Assert.Equal(CatalogState.Ready, _folder.Settle().Entries[0].State);
        _folder.Drop("Minutes", json => json["version"] = "1.5.0");

        Assert.Empty(_folder.Settle().Entries[0].Errors);
        _publisher.Sign(Minutes);
        Assert.Equal("1.5.0", _folder.Settle().Entries[0].Version);
    }

    private void Refused(string where, string why)
    {
        var error = Assert.Single(_folder.SettleLong().Entries[0].Errors);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }
}
