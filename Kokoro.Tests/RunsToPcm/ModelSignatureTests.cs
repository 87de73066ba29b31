using Kokoro.Synthesis.RunsToPcm;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.RunsToPcm;

public class ModelSignatureTests
{
    private static readonly ModelTensor Ids = new("input_ids", TensorElementType.Int64, [1, -1]);
    private static readonly ModelTensor Style = new("style", TensorElementType.Float, [1, 256]);
    private static readonly ModelTensor Speed = new("speed", TensorElementType.Float, [1]);
    private static readonly ModelTensor Waveform = new("waveform", TensorElementType.Float, [1, -1]);
    private static readonly ModelTensor Tokens = Ids with { Name = "tokens" };

    /// <summary>What the exports in circulation declare.</summary>
    public static TheoryData<string> Exports => [.. Known.Keys];

    private static Dictionary<string, (ModelTensor[] Inputs, ModelTensor[] Outputs, ModelSignature Expected)> Known => new()
    {
        ["kokoro-onnx v1.0"] = (
            [Tokens, Style, Speed],
            [new("audio", TensorElementType.Float, [-1])],
            new("tokens", "style", "speed", false, "audio", null)),
        ["kokoro-onnx v1.1"] = (
            [Ids, Style, Speed],
            [Waveform, new("duration", TensorElementType.Int64, [-1])],
            new("input_ids", "style", "speed", false, "waveform", "duration")),
        ["onnx-community v1.0"] = ([Ids, Style, Speed], [Waveform], new("input_ids", "style", "speed", false, "waveform", null)),
        ["onnx-community timestamped"] = (
            [Ids, Style, Speed],
            [Waveform, new("durations", TensorElementType.Float, [1, -1])],
            new("input_ids", "style", "speed", false, "waveform", "durations")),
        ["KokoroSharp v2"] = (
            [Tokens, Style, Speed],
            [new("audio", TensorElementType.Float, [-1]), new("durations", TensorElementType.Int64, [-1])],
            new("tokens", "style", "speed", false, "audio", "durations")),
        ["whole speeds"] = (
            [Ids, Style, Speed with { Type = TensorElementType.Int32 }],
            [Waveform],
            new("input_ids", "style", "speed", true, "waveform", null)),
        ["float durations first, inputs in another order, free batch"] = (
            [Speed with { Dimensions = [-1] }, Style with { Dimensions = [-1, 256] }, Ids with { Dimensions = [-1, -1] }],
            [new("durations", TensorElementType.Float, [-1]), Waveform],
            new("input_ids", "style", "speed", false, "waveform", "durations")),
        ["half durations and an output nobody knows"] = (
            [Ids, Style, Speed],
            [new("pitch", TensorElementType.Float16, [-1]), Waveform, new("duration", TensorElementType.Float16, [-1])],
            new("input_ids", "style", "speed", false, "waveform", "duration")),
    };

    public static TheoryData<string> Others => [.. Wrong.Keys];

    private static Dictionary<string, (ModelTensor[] Inputs, ModelTensor[] Outputs, string Named)> Wrong => new()
    {
        ["no ids"] = ([Style, Speed], [Waveform], "'input_ids' or 'tokens'"),
        ["no style"] = ([Ids, Speed], [Waveform], "'style'"),
        ["no speed"] = ([Ids, Style], [Waveform], "'speed'"),
        ["no inputs"] = ([], [Waveform], "'input_ids'"),
        ["a mask"] = (
            [Ids, Style, Speed, new("attention_mask", TensorElementType.Int64, [1, -1])], [Waveform], "'attention_mask' Int64 [1, any]"),
        ["both names"] = ([Ids, Tokens, Style, Speed], [Waveform], "'tokens'"),
        ["ids of one length"] = ([Ids with { Dimensions = [1, 96] }, Style, Speed], [Waveform], "'input_ids' Int64 [1, 96]"),
        ["int32 ids"] = ([Ids with { Type = TensorElementType.Int32 }, Style, Speed], [Waveform], "'input_ids' Int32"),
        ["two rows of ids"] = ([Ids with { Dimensions = [2, -1] }, Style, Speed], [Waveform], "[2, any]"),
        ["flat ids"] = ([Ids with { Dimensions = [-1] }, Style, Speed], [Waveform], "[any]"),
        ["short style"] = ([Ids, Style with { Dimensions = [1, 128] }, Speed], [Waveform], "'style' Float [1, 128]"),
        ["half style"] = ([Ids, Style with { Type = TensorElementType.Float16 }, Speed], [Waveform], "'style' Float16"),
        ["double speed"] = ([Ids, Style, Speed with { Type = TensorElementType.Double }], [Waveform], "'speed' Double"),
        ["two speeds"] = ([Ids, Style, Speed with { Dimensions = [2] }], [Waveform], "'speed' Float [2]"),
        ["speed that is no tensor"] = ([Ids, Style, new("speed", null, [])], [Waveform], "'speed' (no tensor)"),
        ["no outputs"] = ([Ids, Style, Speed], [], "float samples"),
        ["no samples"] = ([Ids, Style, Speed], [new("durations", TensorElementType.Float, [-1])], "float samples"),
        ["half samples"] = ([Ids, Style, Speed], [Waveform with { Type = TensorElementType.Float16 }], "float samples"),
        ["durations in words"] = ([Ids, Style, Speed], [Waveform, new("durations", TensorElementType.String, [-1])], "'durations'"),
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void Inspect_exportInCirculation_isUnderstood(string name)
    {
        var (inputs, outputs, expected) = Known[name];
        Assert.Equal(expected, ModelSignature.Inspect(inputs, outputs));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Inspect_anotherModel_isRefusedByWhatIsDifferent(string name)
    {
        var (inputs, outputs, named) = Wrong[name];
        var refused = Assert.Throws<FormatException>(() => ModelSignature.Inspect(inputs, outputs));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }
}
