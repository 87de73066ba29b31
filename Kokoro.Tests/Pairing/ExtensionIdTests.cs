using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Kokoro.Host.Security;

namespace Kokoro.Tests.Pairing;

/// <summary>An id follows from the public key in the manifest. The extension, the page /pair and this server must all mean the same ones.</summary>
public sealed class ExtensionIdTests
{
    private static readonly string Extension = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "extension"));

    [Theory]
    [InlineData(0, "manifest.json", "readerId")]
    [InlineData(1, "manifest.voices.json", "voicesId")]
    public void Key_shared_code_and_server_agree(int index, string manifest, string constant)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Extension, manifest)));
        var hash = SHA256.HashData(json.RootElement.GetProperty("key").GetBytesFromBase64());
        var id = string.Concat(Convert.ToHexStringLower(hash)[..32].Select(digit => (char)('a' + Convert.ToInt32($"{digit}", 16))));
        var known = ExtensionOrigins.All[index];

        Assert.Equal(id, known.Id);
        Assert.Equal($"chrome-extension://{id}", known.Origin);
        Assert.Equal(json.RootElement.GetProperty("name").GetString(), known.Name);
        Assert.Contains($"export const {constant} = '{id}';", File.ReadAllText(Path.Combine(Extension, "src", "shared", "ids.ts")), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(2, ExtensionOrigins.All.Count);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
