using Kokoro.Synthesis.Models.Prepared;

namespace Kokoro.Tests.Models.Prepared;

public sealed class Crc32CTests
{
    /// <summary>The check value of the catalogue of parametrised CRC algorithms, and a length that is no multiple of eight.</summary>
    [Theory]
    [InlineData("123456789", "e3069283")]
    [InlineData("", "00000000")]
    public void OfFile_is_the_published_value(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a"], content);

        Assert.Equal(expected, Crc32C.OfFile(folder["a"]));
    }
}
