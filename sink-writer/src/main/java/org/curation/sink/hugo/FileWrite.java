package org.curation.sink.hugo;

/** A file to put in place. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record FileWrite(SitePath path, byte[] bytes) {}
