using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// Which of a model's inputs and outputs is what. The exports of Kokoro-82M in circulation name and type them differently,
/// so they are told apart by looking, never by the name of the file.
/// </summary>
/// <param name="Ids">int64 [1, N].</param>
/// <param name="Style">float [1, 256].</param>
/// <param name="Speed">float or int32 [1].</param>
/// <param name="SpeedIsWhole">The speed is an int32, so that only whole speeds can be asked for.</param>
/// <param name="Audio">float: the samples, in any shape.</param>
/// <param name="Durations">Frames for each id, of any number type; null when the model gives none.</param>
internal sealed record ModelSignature(string Ids, string Style, string Speed, bool SpeedIsWhole, string Audio, string? Durations)
{
    public const int StyleLength = 256;

    /// <summary>The one sentence that says what is wanted, for messages.</summary>
    public const string Wanted =
        "Kokoro's take input_ids or tokens int64 [1, N], style float [1, 256] and speed float or int32 [1], and give float samples";

    private static readonly string[] IdsNames = ["input_ids", "tokens"];
    private static readonly string[] DurationNames = ["duration", "durations"];

    /// <param name="inputs">In the model's order, as are the outputs.</param>
    /// <exception cref="FormatException">Not Kokoro's signature; the message says what is different.</exception>
    public static ModelSignature Inspect(IReadOnlyList<ModelTensor> inputs, IReadOnlyList<ModelTensor> outputs)
    {
        var ids = Find(inputs, IdsNames) ?? throw new FormatException("it has no input 'input_ids' or 'tokens'");
        var style = Find(inputs, ["style"]) ?? throw new FormatException("it has no input 'style'");
        var speed = Find(inputs, ["speed"]) ?? throw new FormatException("it has no input 'speed'");
        var other = inputs.FirstOrDefault(input => input != ids && input != style && input != speed);
        if (other is not null)
            throw new FormatException($"it has an input {other} too many");

        Require(ids, Fits(ids, 1, null) && ids.Type == TensorElementType.Int64);
        Require(style, Fits(style, 1, StyleLength) && style.Type == TensorElementType.Float);
        Require(speed, Fits(speed, 1) && speed.Type is TensorElementType.Float or TensorElementType.Int32);

        var durations = Find(outputs, DurationNames);
        if (durations is not null && !IsNumber(durations.Type))
            throw new FormatException($"its output {durations} holds no numbers");
        var audio = outputs.FirstOrDefault(output => output != durations && output.Type == TensorElementType.Float)
            ?? throw new FormatException("it has no output of float samples");
        return new ModelSignature(ids.Name, style.Name, speed.Name, speed.Type == TensorElementType.Int32, audio.Name, durations?.Name);
    }

    private static ModelTensor? Find(IReadOnlyList<ModelTensor> tensors, string[] names) =>
        names.Select(name => tensors.FirstOrDefault(tensor => tensor.Name == name)).FirstOrDefault(found => found is not null);

    private static void Require(ModelTensor input, bool right)
    {
        if (!right)
            throw new FormatException($"its input {input} is another than wanted");
    }

    /// <summary>Whether a tensor of these sizes can be given to an input; null is a size that must be free.</summary>
    private static bool Fits(ModelTensor input, params int?[] sizes) =>
        input.Dimensions.Count == sizes.Length
        && input.Dimensions.Zip(sizes).All(pair => pair.First < 0 || pair.First == pair.Second);

    private static bool IsNumber(TensorElementType? type) =>
        type is TensorElementType.Float or TensorElementType.Float16 or TensorElementType.Double
            or TensorElementType.Int8 or TensorElementType.Int16 or TensorElementType.Int32 or TensorElementType.Int64
            or TensorElementType.UInt8 or TensorElementType.UInt16 or TensorElementType.UInt32 or TensorElementType.UInt64;
}
