using System.Net;
using System.Text;
using PluginRoom.Host.Commands.Doctor.Turn;
using Xunit;

namespace PluginRoom.Host.Tests.Commands.Doctor;

public sealed class StunMessageTests
{
    // RFC 5769, 2.4: a request with long-term authentication.
    private static readonly byte[] Sample = Convert.FromHexString(
        "000100602112a44278ad3433c6ad72c029da412e00060012e3839ee38388e383aae38383e382afe382b90000"
        + "0015001c662f2f3439396b39353464364f4c33346f4c394653547679363473410014000b6578616d706c652e6f72670000080014f67024656dd64a3e02b8e0712e85c9a28ca89666");

    [Fact]
    public void The_standards_own_sample_comes_out_byte_for_byte()
    {
        var key = StunCredential.Key("マトリックス", "example.org", "TheMatrIX");

        var message = new StunMessage(StunType.Binding, Sample.AsSpan(8, 12))
            .With(StunAttribute.UserName, "マトリックス")
            .With(StunAttribute.Nonce, "f//499k954d6OL34oL9FSTvy64sA")
            .With(StunAttribute.Realm, "example.org")
            .Signed(key);

        Assert.Equal(Sample, message.Bytes);
        Assert.True(StunMessage.Parse(Sample)!.IsSignedBy(key));
        Assert.False(StunMessage.Parse(Sample)!.IsSignedBy(StunCredential.Key("マトリックス", "example.org", "TheMatrIx")));
    }

    // RFC 5769, 2.2 and 2.3: 192.0.2.1 and 2001:db8:1234:5678:11:2233:4455:6677, port 32853.
    [Theory]
    [InlineData("0001a147e112a643", "192.0.2.1")]
    [InlineData("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9", "2001:db8:1234:5678:11:2233:4455:6677")]
    public void Addresses_are_read_and_written_as_in_the_standards_samples(string value, string address)
    {
        var transaction = Convert.FromHexString("b7e7a701bc34d686fa87dfae");
        var read = new StunMessage(StunType.BindingSuccess, transaction).With(StunAttribute.XorMappedAddress, Convert.FromHexString(value));
        var written = new StunMessage(StunType.BindingSuccess, transaction).WithAddress(StunAttribute.XorMappedAddress, new IPEndPoint(IPAddress.Parse(address), 32853));

        Assert.Equal(IPAddress.Parse(address), read.FindAddress(StunAttribute.XorMappedAddress));
        Assert.Equal(value, Convert.ToHexStringLower(written.Find(StunAttribute.XorMappedAddress)!));
    }

    [Fact]
    public void What_is_cut_longer_or_no_STUN_is_none()
    {
        Assert.All(Enumerable.Range(0, Sample.Length), length => Assert.Null(StunMessage.Parse(Sample.AsSpan(0, length))));
        Assert.Null(StunMessage.Parse([.. Sample, 0, 0, 0, 0]));
        Assert.Null(StunMessage.Parse(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n")));
        byte[] overlong = [.. Sample];
        overlong[23] = 0xff;
        Assert.Null(StunMessage.Parse(overlong));
    }
}
