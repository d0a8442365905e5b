using System.Security.Cryptography;
using PluginRoom.Host.Trust.Signing;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class PrivateKeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-keys-");

    private string KeyPath => Path.Combine(_folder.FullName, "publisher.pem");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_private_key_is_for_its_owner_alone_and_the_public_one_beside_it_is_its_own()
    {
        var made = PrivateKeyFile.Create(KeyPath, null);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(KeyPath), StringComparison.Ordinal);
        using var key = PrivateKeyFile.Open(KeyPath, null);
        Assert.Equal(made.Id, PublisherKey.Of(key).Id);
        Assert.Equal(made.Id, PublisherKey.ParsePem(File.ReadAllText(PrivateKeyFile.PublicOf(KeyPath)))!.Id);
    }

    [Theory]
    [InlineData("publisher.pem")]
    [InlineData("publisher.pem.pub")]
    public void Nothing_is_overwritten(string existing)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, existing), "mine");

        Assert.Contains("is not overwritten", Assert.Throws<SigningException>(() => PrivateKeyFile.Create(KeyPath, null)).Message, StringComparison.Ordinal);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.FullName, existing)));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_sealed_key_opens_with_its_passphrase_only()
    {
        PrivateKeyFile.Create(KeyPath, "correct horse");

        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", File.ReadAllText(KeyPath), StringComparison.Ordinal);
        Assert.Contains("--passphrase-file", Assert.Throws<SigningException>(() => PrivateKeyFile.Open(KeyPath, null)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened with this passphrase", Assert.Throws<SigningException>(() => PrivateKeyFile.Open(KeyPath, "wrong")).Message, StringComparison.Ordinal);
        using var key = PrivateKeyFile.Open(KeyPath, "correct horse");
    }

    [Fact]
    public void A_key_that_others_can_read_is_not_used()
    {
        PrivateKeyFile.Create(KeyPath, null);
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Assert.Throws<SigningException>(() => PrivateKeyFile.Open(KeyPath, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_keys_and_other_files_are_told_apart()
    {
        using var wrong = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Write(wrong.ExportPkcs8PrivateKeyPem());
        Refused("no ECDSA key on the curve P-256");
        Write("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        Refused("no ECDSA key on the curve P-256");
        Write(wrong.ExportSubjectPublicKeyInfoPem());
        Refused("holds no private key");
        Write("hello");
        Refused("holds no private key");
        Write(new string('x', 20_000));
        Refused("too large");
        File.Delete(KeyPath);
        Refused("cannot be read");
    }

    private void Refused(string words) =>
        Assert.Contains(words, Assert.Throws<SigningException>(() => PrivateKeyFile.Open(KeyPath, null)).Message, StringComparison.Ordinal);

    private void Write(string text)
    {
        File.WriteAllText(KeyPath, text);
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
