namespace FlowBuilder.Core.Model.Addresses;

/// <summary>
/// The words by which people stop and start messages: CTIA's and the provider's list and what people write in English, Spanish, French and German. A
/// reply of five words or fewer with a stop word among them stops (47 CFR 64.1200(a)(10): any reasonable means); a longer one is for a person to read.
/// </summary>
public static class StopWords
{
    private const int ShortReply = 5;

    /// <summary>Stop wherever they stand in a short reply.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "STOP", "STOPP", "STOP2END", "STOPTOEND", "STOPS", "STOPALL", "STOPPED", "STOPPING", "UNSUBSCRIBE", "UNSUBSCRIBED", "UNSUB", "UNSUSCRIBE", "UNSUSCRIBED", "UNSUBCRIBE", "UNSUBSCIBE", "UNSUBSCRIB", "UNREGISTER", "UNENROLL", "DISCONTINUE", "CEASE", "CANCEL", "CANCELL", "CANCELALL", "END", "QUIT", "REVOKE", "REMOVE", "OPTOUT", "OPTSOUT", "OPTEDOUT", "OPTINGOUT",
        "ALTO", "PARAR", "PAREN", "BAJA", "CANCELAR", "DETENER", "DETENGA", "DETENGAN", "BASTA", "DESUSCRIBIR", "DESUSCRIBIRME", "SUPRIMIR", "ELIMINAR", "ELIMINARME", "TERMINAR",
        "ARRET", "ARRETE", "ARRETER", "ARRETEZ", "STOPPER", "STOPPEZ", "STOPSMS", "STOPPUB", "DESABONNER", "DESABONNEZ", "DESABONNEMENT", "DESINSCRIRE", "DESINSCRIPTION", "DESINSCRIVEZ", "ANNULER", "RESILIER", "SUPPRIMER",
        "STOPPEN", "ABMELDEN", "ABMELDUNG", "ABBESTELLEN", "ABBESTELLUNG", "AUSTRAGEN", "KUNDIGEN", "KUENDIGEN", "KUNDIGUNG", "KUENDIGUNG", "BEENDEN", "AUFHOREN", "AUFHOEREN", "ABBRECHEN", "LOSCHEN", "LOESCHEN", "WIDERRUF", "WIDERRUFE", "WIDERRUFEN",
    };

    /// <summary>Stop only when nothing else stands beside them: they have other meanings.</summary>
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "FIN", "PARA", "SALIR", "ENDE", "HALT", "NO MAS", "NO MORE", "PARE" };

    /// <summary>Several words that stop together.</summary>
    private static readonly string[] Phrases =
    [
        "OPT OUT", "OPTS OUT", "OPTED OUT", "OPTING OUT", "OPT ME OUT", "TAKE ME OFF", "LEAVE ME ALONE", "DELETE ME", "DELETE MY NUMBER", "LOSE MY NUMBER", "DO NOT TEXT", "DONT TEXT", "DO NOT CONTACT", "DONT CONTACT", "DO NOT MESSAGE", "DONT MESSAGE", "DO NOT EMAIL", "DONT EMAIL", "DO NOT SEND", "DONT SEND",
        "NO MORE TEXTS", "NO MORE MESSAGES", "NO MORE EMAILS", "NO MORE SMS", "NO MAS MENSAJES", "NO QUIERO MAS", "NO ENVIEN", "NO ME ENVIEN", "NO ME MANDEN", "NO ME ESCRIBAN", "DEJEN DE", "JE NE VEUX PLUS", "NE MENVOYEZ PLUS", "PLUS DE SMS", "PLUS DE MESSAGES", "NE PLUS RECEVOIR", "KEINE SMS", "KEINE NACHRICHTEN", "KEINE MAILS", "KEINE EMAILS", "KEINE WERBUNG", "NICHT MEHR SCHREIBEN", "NICHT MEHR KONTAKTIEREN", "HOR AUF", "HOERT AUF", "HORT AUF",
    ];

    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal) { "START", "UNSTOP" };

    /// <summary>What a reply means.</summary>
    public static ReplyMeaning Read(string? text)
    {
        var lines = ReplyText.Lines(text);
        if (lines.Count == 0) return ReplyMeaning.Answer;
        // “STOP” and then a name, a firm, a number: a signature of one's own.
        if (lines.Count > 1 && lines[0].Count <= 2 && HasStop(lines[0])) return ReplyMeaning.Stop;
        string[] words = [.. lines.SelectMany(line => line)];
        if (HasStop(words)) return words.Length <= ShortReply ? ReplyMeaning.Stop : ReplyMeaning.Doubt;
        var whole = string.Join(' ', words);
        if (Alone.Contains(whole)) return ReplyMeaning.Stop;
        return Starts.Contains(whole) ? ReplyMeaning.Start : whole == "YES" ? ReplyMeaning.Yes : ReplyMeaning.Answer;
    }

    private static bool HasStop(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (Words.Contains(word)) return true;
        var whole = $" {string.Join(' ', words)} ";
        return Array.Exists(Phrases, phrase => whole.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
