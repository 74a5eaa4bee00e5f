namespace DgccAssess.Scoring.Instruments.Checks;

internal static class ScaleCheck
{
    public const int LowestLevel = 0;
    public const int HighestLevel = 1000;

    public static void Check(Instrument instrument, ProblemList problems)
    {
        if (instrument.Scales.Count == 0)
            problems.Error("scales", InstrumentProblemCodes.ScalesEmpty);
        var register = new CodeRegister(problems);
        for (var i = 0; i < instrument.Scales.Count; i++)
        {
            var scale = instrument.Scales[i];
            var path = $"scales/{CodeRegister.Segment(scale.Code, i)}";
            register.Add(scale.Code, $"{path}/code");
            CheckLevels(scale.Levels, $"{path}/levels", problems);
        }
    }

    /// <summary>Whether figures can be computed on it; the faults themselves are reported once, at the scale.</summary>
    public static bool IsSound(Scale scale) =>
        scale.Levels.Count >= 2 && scale.Floor >= LowestLevel && scale.Ceiling <= HighestLevel
        && scale.Levels.Zip(scale.Levels.Skip(1)).All(pair => pair.First < pair.Second);

    private static void CheckLevels(IReadOnlyList<int> levels, string path, ProblemList problems)
    {
        if (levels.Count < 2)
            problems.Error(path, InstrumentProblemCodes.ScaleLevelCount, levels.Count);
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] is < LowestLevel or > HighestLevel)
                problems.Error(path, InstrumentProblemCodes.ScaleLevelRange, levels[i], LowestLevel, HighestLevel);
            if (i > 0 && levels[i] <= levels[i - 1])
                problems.Error(path, InstrumentProblemCodes.ScaleNotAscending, levels[i], levels[i - 1]);
        }
    }
}
