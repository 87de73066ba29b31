using Kokoro.Actors.Settings;
using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("localhost", "http://127.0.0.1:8880")]
    [InlineData("127.0.0.1", "http://127.0.0.1:8880")]
    [InlineData("0.0.0.0", "http://127.0.0.1:8880")]
    [InlineData("::", "http://127.0.0.1:8880")]
    [InlineData("::1", "http://[::1]:8880")]
    [InlineData("192.168.1.5", "http://192.168.1.5:8880")]
    public void The_extension_is_told_where_the_server_listens(string listen, string address) =>
        Assert.Equal(address, ServerAddress.Of(new HttpSettings { Listen = listen }));

    [Fact]
    public void A_port_that_changes_is_refused() =>
        Assert.Contains("set kokoro.http.port", Assert.Throws<HostException>(() => ServerAddress.Of(new HttpSettings { Port = 0 })).Message, StringComparison.Ordinal);
}
