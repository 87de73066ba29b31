using Google.Protobuf;
using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Writes the starter voice: a formant synthesiser in standard ONNX operators with Kokoro-82M's own inputs and outputs.
/// No network and no weights: tables of formants, noise spectra and durations, and signal processing. The stages here are
/// those of the graph, in their order.
/// </summary>
internal static class StarterModelBuilder
{
    public const string InputIds = "input_ids";
    public const string StyleRow = "style";
    public const string Speed = "speed";
    public const string Samples = "waveform";
    public const string TokenDurations = "durations";

    /// <summary>Outputs for whoever checks the tracks: [T] Hz, [1, 4, T] Hz, and the frames of each segment, int64 [M, 3].</summary>
    public const string PitchTrack = "f0";
    public const string FormantTracks = "formants";
    public const string SegmentFrames = "segment_frames";

    /// <summary>What every runtime since 2022 reads.</summary>
    private const int OperatorSet = 17;
    private const int FormatVersion = 8;

    /// <summary>The bytes of the model; the same at every call.</summary>
    /// <param name="withTracks">Adds the outputs <see cref="PitchTrack"/>, <see cref="FormantTracks"/> and <see cref="SegmentFrames"/>.</param>
    public static byte[] Build(bool withTracks = false)
    {
        var g = new GraphBuilder();
        var tables = new TokenTables(PhonemeDataReader.Read());
        var style = new Style(new Value(g, StyleRow, DataType.Float));

        var phonemes = TokensToPhonemes.From(new Value(g, InputIds, DataType.Int64), tables);
        var phrases = new Phrases(phonemes);
        var timing = Durations.Plan(phonemes, phrases, tables, style, new Value(g, Speed, DataType.Float));
        var targets = SegmentTargets.PerFrame(phonemes, phrases, timing, tables);
        var tracks = Coarticulation.Apply(targets, phonemes, timing, style);
        var pitch = Melody.Pitch(phonemes, phrases, timing, style);

        g.Stage("sources");
        var pulses = new GlottalPulses(pitch);
        var noise = TurbulenceNoise.Samples(timing);
        var hops = OverlapAdd.Run(
            new SpectralFilter(g, style),
            new FourierBasis(g),
            timing,
            FrameParameters.Of(tracks, style),
            FourierBasis.Frames(pulses.Samples),
            FourierBasis.Frames(TurbulenceNoise.Swinging(noise, pulses, FrameParameters.Rows(tracks.Voicing))));

        var graph = Graph();
        g.Output(Samples, Waveform.Of(hops, timing, style, NoiseFloor.Samples(timing, noise)));
        g.Output(TokenDurations, Durations.PerToken(phonemes, timing));
        if (withTracks)
        {
            g.Output(PitchTrack, pitch);
            g.Output(FormantTracks, tracks.Formants);
            g.Output(SegmentFrames, timing.SegmentFrames);
            graph.Output.Add(Tensors.Float(PitchTrack, "frames"));
            graph.Output.Add(Tensors.Float(FormantTracks, 1, 4, "frames"));
            graph.Output.Add(Tensors.Int64(SegmentFrames, "phonemes", TokenTables.SegmentsPerPhoneme));
        }

        graph.Node.AddRange(g.Nodes);
        graph.Initializer.AddRange(g.Initializers);
        return Model(graph).ToByteArray();
    }

    private static GraphProto Graph()
    {
        var graph = new GraphProto { Name = StarterModelMetadata.Name, DocString = StarterModelMetadata.Description };
        graph.Input.Add(Tensors.Int64(InputIds, 1, "tokens"));
        graph.Input.Add(Tensors.Float(StyleRow, 1, 256));
        graph.Input.Add(Tensors.Float(Speed, 1));
        graph.Output.Add(Tensors.Float(Samples, 1, "samples"));
        graph.Output.Add(Tensors.Int64(TokenDurations, "tokens"));
        return graph;
    }

    private static ModelProto Model(GraphProto graph)
    {
        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = StarterModelMetadata.Producer,
            ProducerVersion = StarterModelMetadata.Version.ToString(),
            ModelVersion = StarterModelMetadata.Version,
            DocString = StarterModelMetadata.Description,
            Graph = graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        foreach (var (key, value) in StarterModelMetadata.Properties)
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return model;
    }
}
