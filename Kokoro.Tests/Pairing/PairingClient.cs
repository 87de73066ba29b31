using System.Text;
using System.Text.Json;
using Kokoro.Host.Security;

namespace Kokoro.Tests.Pairing;

/// <summary>Asks a server as a page, an extension or a program would: by the headers that each of them sends.</summary>
internal sealed class PairingClient(HttpClient client)
{
    public static string Reader { get; } = ExtensionOrigins.All[0].Origin;

    public static string Companion { get; } = ExtensionOrigins.All[1].Origin;

    /// <param name="site">Sec-Fetch-Site.</param>
    /// <param name="asked">Access-Control-Request-Method.</param>
    /// <param name="body">JSON.</param>
    public async Task<Answer> AskAsync(
        string method, string path, string? origin = null, string? token = null, string? site = null, string? asked = null, string? host = null, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        foreach (var (name, value) in new[] { ("Origin", origin), ("Sec-Fetch-Site", site), ("Access-Control-Request-Method", asked), ("Authorization", token is null ? null : $"Bearer {token}") })
        {
            if (value is not null)
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Headers.ToDictionary(each => each.Key, each => string.Join(", ", each.Value)), await response.Content.ReadAsStringAsync());
    }

    /// <summary>As the page's script does.</summary>
    public async Task<string> MakeCodeAsync(string? token = null) => (await AskAsync("POST", "/pair/code", token: token, site: "same-origin")).Text("code");

    public Task<Answer> PairAsync(string origin, string code) => AskAsync("POST", "/pair/token", origin, body: JsonSerializer.Serialize(new { code }));

    /// <summary>The whole way from the code to the token.</summary>
    public async Task<Answer> PairAsync(string origin) => await PairAsync(origin, await MakeCodeAsync());

    internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);

        /// <summary>A field of the JSON object.</summary>
        public string Text(string field)
        {
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.GetProperty(field).GetString()!;
        }

        public (int Status, string Kind) Problem => (Status, Text("kind"));
    }
}
