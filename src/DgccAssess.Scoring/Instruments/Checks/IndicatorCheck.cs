namespace DgccAssess.Scoring.Instruments.Checks;

internal sealed class IndicatorCheck(Instrument instrument, ProblemList problems)
{
    private readonly CodeRegister criteria = new(problems);
    private readonly CodeRegister evidenceKinds = new(problems);
    private readonly HashSet<string> usedScales = new(StringComparer.Ordinal);

    public void Check(Indicator indicator, string path)
    {
        usedScales.Add(indicator.Scale);
        if (indicator.Draft && !instrument.Draft)
            problems.Error($"{path}/draft", InstrumentProblemCodes.IndicatorDraft);
        var scale = instrument.Scales.FirstOrDefault(scale => string.Equals(scale.Code, indicator.Scale, StringComparison.Ordinal));
        if (scale is null)
            problems.Error($"{path}/scale", InstrumentProblemCodes.ScaleUnknown, indicator.Scale);
        else if (ScaleCheck.IsSound(scale))
            CheckLevels(indicator, scale, $"{path}/criteria");

        foreach (var level in indicator.Levels)
            for (var i = 0; i < level.Criteria.Count; i++)
                criteria.Add(level.Criteria[i], $"{path}/criteria/{level.Level}/{CodeRegister.Segment(level.Criteria[i], i)}");
        for (var i = 0; i < indicator.EvidenceKinds.Count; i++)
            evidenceKinds.Add(indicator.EvidenceKinds[i], $"{path}/evidence/{CodeRegister.Segment(indicator.EvidenceKinds[i], i)}");
    }

    public void ReportUnusedScales()
    {
        foreach (var scale in instrument.Scales.Where(scale => !usedScales.Contains(scale.Code)))
            problems.Warning($"scales/{scale.Code}", InstrumentProblemCodes.ScaleUnused);
    }

    private void CheckLevels(Indicator indicator, Scale scale, string path)
    {
        for (var i = 0; i < indicator.Levels.Count; i++)
        {
            var level = indicator.Levels[i].Level;
            if (!scale.Levels.Contains(level))
                problems.Error($"{path}/{level}", InstrumentProblemCodes.LevelUnknown, level, scale.Code);
            if (i > 0 && level <= indicator.Levels[i - 1].Level)
                problems.Error($"{path}/{level}", InstrumentProblemCodes.LevelNotAscending, level, indicator.Levels[i - 1].Level);
        }
        if (indicator.Levels.All(level => level.Criteria.Count == 0))
        {
            if (!indicator.Imported)
                problems.Warning(path, InstrumentProblemCodes.CriteriaMissing);
            return;
        }
        foreach (var level in scale.Levels.Skip(1).Where(level => !indicator.Levels.Any(l => l.Level == level && l.Criteria.Count > 0)))
            problems.Warning($"{path}/{level}", InstrumentProblemCodes.LevelWithoutCriteria, level);
    }
}
